/** Asked before what was read is trusted: whether the place it was read from holds what there is now, or could be made to. */
export type Source = () => boolean

/**
 * Work that is remembered. It keeps no list of what it read: what it read knows it, and spoils it when it would give something
 * else. So it costs nothing to ask work that nothing happened to whether it still holds.
 */
export class Reading {
  #isSpoiled = false
  #isDropped = false
  /** Work that took this one's result over. */
  #outer: Reading[] = []
  readonly #sources: Source[] = []

  /** Whether the same would be read again now. */
  holds(): boolean {
    // A source that is brought up to date may spoil this very reading.
    for (const isCurrent of this.#sources) if (!isCurrent()) return false
    return !this.#isSpoiled
  }

  /** Whether nobody needs to be told any more of what was read. */
  get isOver(): boolean {
    return this.#isSpoiled || (this.#isDropped && this.#outer.length === 0)
  }

  /** Whether work that took this one's result over may be asked for. */
  get isTakenOver(): boolean {
    return this.#outer.some((outer) => !outer.isOver)
  }

  /** Something that was read is otherwise now: this work does not hold any more, nor does what took it over. */
  spoil(): void {
    const spoiled: Reading[] = [this]
    for (let next = spoiled.pop(); next !== undefined; next = spoiled.pop()) {
      if (next.#isSpoiled) continue
      next.#isSpoiled = true
      spoiled.push(...next.#outer)
      next.#outer = []
    }
  }

  /** The result is not kept any more; what took it over goes on depending on what was read. */
  drop(): void {
    this.#isDropped = true
  }

  readFrom(source: Source | undefined): void {
    if (source !== undefined && !this.#sources.includes(source)) this.#sources.push(source)
  }

  /** What was read here counts for another work too. */
  passTo(outer: Reading): void {
    if (this.#isSpoiled) {
      outer.spoil()
      return
    }
    for (const source of this.#sources) outer.readFrom(source)
    while (this.#outer.at(-1)?.isOver === true) this.#outer.pop()
    if (this.#outer.at(-1) !== outer) this.#outer.push(outer)
  }
}

/** One thing that can be read, and what read it since it last changed. */
export class Cell {
  readonly #source: Source | undefined
  #readers: Reading[] = []
  /** How many readers there may be before those that are over are taken out. */
  #most = 16

  constructor(source?: Source) {
    this.#source = source
  }

  get isRead(): boolean {
    return this.#readers.length > 0
  }

  addReader(reading: Reading): void {
    // Most looks are at what was looked at just now.
    if (this.#readers.at(-1) === reading) return
    if (this.#readers.length >= this.#most) {
      this.#readers = this.#readers.filter((reader) => !reader.isOver)
      this.#most = Math.max(16, 2 * this.#readers.length)
    }
    this.#readers.push(reading)
    reading.readFrom(this.#source)
  }

  /** It holds something else from now on. */
  change(): void {
    const readers = this.#readers
    this.#readers = []
    for (const reader of readers) reader.spoil()
  }
}

/** Notes what is read while some work goes on, from turn to turn. */
export class Recorder {
  #reading: Reading | undefined
  #turn = 0

  /** How often what can be read was replaced. */
  get turn(): number {
    return this.#turn
  }

  nextTurn(): void {
    this.#turn += 1
  }

  /** Whether what is read now counts for some work. */
  get isOpen(): boolean {
    return this.#reading !== undefined
  }

  /** Does work, and has all that it reads count for it. */
  record<T>(reading: Reading, work: () => T): T {
    return this.#during(reading, work)
  }

  /** Does work of which nothing that it reads counts. */
  aside<T>(work: () => T): T {
    return this.#during(undefined, work)
  }

  /** Notes that the work that goes on reads something. */
  note(cell: Cell): void {
    if (this.#reading !== undefined) cell.addReader(this.#reading)
  }

  /** Notes that the work that goes on takes over what came of other work. */
  takeOver(reading: Reading): void {
    if (this.#reading !== undefined) reading.passTo(this.#reading)
  }

  #during<T>(reading: Reading | undefined, work: () => T): T {
    const outer = this.#reading
    this.#reading = reading
    try {
      return work()
    } finally {
      this.#reading = outer
    }
  }
}
