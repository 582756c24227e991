/** The name that was probably meant, where one is close enough. */
export function nearest(given: string, names: Iterable<string>): string | undefined {
  if (given.length > 60) return undefined
  let best: string | undefined
  let least = Math.max(1, Math.floor(given.length / 3)) + 1
  for (const name of names) {
    const [one, other] = [given.toLowerCase(), name.toLowerCase()]
    // Half of a name is closer to it than characters tell.
    const distance = one.length > 2 && other.startsWith(one) ? 1 : distanceOf(one, other)
    if (distance < least) [best, least] = [name, distance]
  }
  return best
}

/** How many characters must be put in, left out or replaced. */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
