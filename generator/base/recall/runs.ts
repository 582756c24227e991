/** Few enough that one which changed costs the others of its run little, many enough that unchanged runs cost little. */
const size = 32

/** Many things in runs, each under a name: work for many is recalled by the run, and is not asked for one by one where all stand. */
export function* runsOf<T>(items: readonly T[]): Generator<readonly [name: string, run: readonly T[]]> {
  for (let at = 0; at < items.length; at += size) yield [String(at / size), items.slice(at, at + size)]
}
