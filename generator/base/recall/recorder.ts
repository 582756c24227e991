/** Whether what was read once would be read again now. */
export type StillHolds = () => boolean

/** All that some work read: by what it was read from, by key. */
export type Reads = ReadonlyMap<object, ReadonlyMap<string, StillHolds>>

/** Notes what is read while some work goes on. */
export class Recorder {
  readonly #open: Map<object, Map<string, StillHolds>>[] = []

  /** Does the work, and tells what it read. */
  record<T>(work: () => T): { readonly value: T; readonly reads: Reads } {
    const reads = new Map<object, Map<string, StillHolds>>()
    this.#open.push(reads)
    try {
      return { value: work(), reads }
    } finally {
      this.#open.pop()
    }
  }

  /** Whether a read would be noted: it is not where nothing goes on, or where it was noted already. */
  isNew(from: object, key: string): boolean {
    const reads = this.#open.at(-1)
    return reads !== undefined && reads.get(from)?.has(key) !== true
  }

  /** Notes all reads of other work that the work that goes on takes over. */
  noteAll(reads: Reads): void {
    if (this.#open.length === 0) return
    for (const [from, byKey] of reads) for (const [key, stillHolds] of byKey) this.note(from, key, stillHolds)
  }

  /** Notes a read of the work that goes on; what is read from one place by one key twice is noted once. */
  note(from: object, key: string, stillHolds: StillHolds): void {
    const reads = this.#open.at(-1)
    if (reads === undefined) return
    const known = reads.get(from)
    if (known === undefined) reads.set(from, new Map([[key, stillHolds]]))
    else if (!known.has(key)) known.set(key, stillHolds)
  }
}

/** Whether all that was read would be read again. */
export function stillHold(reads: Reads): boolean {
  for (const byKey of reads.values()) {
    for (const stillHolds of byKey.values()) if (!stillHolds()) return false
  }
  return true
}
