import { type Actor, areDependent, type Footprint } from './scheduler.ts'

/** One run of several actors, from the same beginning each time. */
export interface Trial {
  readonly actors: readonly Actor[]
  /** Looks at what has come of it; throws where it is not as it must be. */
  check(): Promise<void>
}

export interface Explored {
  /** Orders that differ in what anybody can notice; each was run. */
  readonly orders: number
  /** Of these orders the longest, in steps. */
  readonly longest: number
  /** All orders of the steps, which these stand for. */
  readonly interleavings: bigint
  /** Runs that were broken off, since another order was the same. */
  readonly pruned: number
}

interface Step {
  readonly name: string
  readonly what: string
  readonly footprint: Footprint
}

interface Node {
  /** Names of the actors that could go on, with what they were about to touch. */
  readonly enabled: ReadonlyMap<string, Footprint>
  /** Those whose turn here would only repeat an order that was seen. */
  readonly asleep: ReadonlyMap<string, Footprint>
  readonly tried: Set<string>
  chosen: string
}

/**
 * Runs every order of the actors' steps, by going back to the last point where another actor could have gone on. Two orders
 * that differ in steps only which touch different things are the same to everybody: one of them is run (sleep sets,
 * Godefroid).
 * @param most after how many orders it ends, the first ones then being those that differ late
 */
export async function explore(
  begin: () => Promise<Trial>,
  { most = 20_000 }: { readonly most?: number } = {},
): Promise<Explored> {
  const path: Node[] = []
  let orders = 0
  let pruned = 0
  let longest = 0
  let interleavings = 0n
  do {
    const trial = await begin()
    const taken: Step[] = []
    try {
      const isWhole = await follow(trial, path, taken)
      if (isWhole) {
        await trial.check()
        orders += 1
        longest = Math.max(longest, taken.length)
        interleavings += ordersLike(taken)
      } else pruned += 1
    } catch (error) {
      const steps = taken.map(({ name, what }) => `${name}: ${what}`)
      throw new Error(`after these steps:\n${steps.join('\n')}\n${String(error)}`, { cause: error })
    }
  } while (orders < most && turnBack(path))
  return { orders, longest, interleavings, pruned }
}

/** @returns false where the run repeats another order; it is then brought to its end all the same */
async function follow({ actors }: Trial, path: Node[], taken: Step[]): Promise<boolean> {
  let isWhole = true
  for (let depth = 0; ; depth += 1) {
    await Promise.all(actors.map((actor) => actor.settled()))
    const enabled = new Map(
      actors.flatMap(({ name, parked }) => (parked === undefined ? [] : [[name, parked.footprint]])),
    )
    if (enabled.size === 0) return isWhole
    const node: Node | undefined = path[depth] ?? (isWhole ? nextNode(path.at(-1), enabled) : undefined)
    if (node !== undefined && path[depth] === undefined) path.push(node)
    if (node === undefined) isWhole = false
    const name = node?.chosen ?? [...enabled.keys()][0]
    const actor = actors.find((candidate) => candidate.name === name)
    if (actor?.parked === undefined) throw new Error(`not the same run: ${name} cannot go on`)
    const { footprint } = actor.parked
    taken.push({ name: actor.name, what: actor.parked.what, footprint })
    await actor.proceed()
  }
}

function nextNode(before: Node | undefined, enabled: ReadonlyMap<string, Footprint>): Node | undefined {
  const asleep = new Map<string, Footprint>()
  const done = before?.enabled.get(before.chosen)
  if (before !== undefined && done !== undefined) {
    const seen = [...before.asleep, ...[...before.enabled].filter(([name]) => before.tried.has(name))]
    for (const [name, footprint] of seen) {
      if (name !== before.chosen && !areDependent(footprint, done)) asleep.set(name, footprint)
    }
  }
  const chosen = [...enabled.keys()].find((name) => !asleep.has(name))
  return chosen === undefined ? undefined : { enabled, asleep, tried: new Set(), chosen }
}

/** To the last point where somebody else could have gone on. @returns false where there is none */
function turnBack(path: Node[]): boolean {
  for (let node = path.at(-1); node !== undefined; path.pop(), node = path.at(-1)) {
    node.tried.add(node.chosen)
    const { tried, asleep, enabled } = node
    const next = [...enabled.keys()].find((name) => !tried.has(name) && !asleep.has(name))
    if (next === undefined) continue
    node.chosen = next
    return true
  }
  return false
}

/**
 * How many orders of the same steps nobody could tell from this one: those in which each actor's steps, and any two that
 * touch the same, keep their order.
 */
function ordersLike(taken: readonly Step[]): bigint {
  const lines = [
    ...Map.groupBy(
      taken.map((step, at) => ({ ...step, at })),
      ({ name }) => name,
    ).values(),
  ]
  const known = new Map<string, bigint>()
  // From how far each actor has come: the sum over whose step may be next.
  const count = (come: readonly number[]): bigint => {
    const key = come.join()
    const found = known.get(key)
    if (found !== undefined) return found
    const isDone = lines.every((line, actor) => come[actor] === line.length)
    let sum = isDone ? 1n : 0n
    for (const [actor, line] of lines.entries()) {
      const next = line[come[actor] ?? 0]
      if (next === undefined) continue
      const mayGo = lines.every((other, index) =>
        other.every(
          (step, at) =>
            index === actor ||
            at < (come[index] ?? 0) ||
            step.at > next.at ||
            !areDependent(step.footprint, next.footprint),
        ),
      )
      if (mayGo) sum += count(come.map((steps, index) => (index === actor ? steps + 1 : steps)))
    }
    known.set(key, sum)
    return sum
  }
  return count(lines.map(() => 0))
}
