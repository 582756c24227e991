import { distance } from 'fastest-levenshtein'
import { byCodeUnit } from './order.ts'

/** How long a name may be before a guess is not worth its cost: edit distance is quadratic. */
const longestGuess = 80

/** The known names nearest to a mistyped one, nearest first, at most three; empty where none is near. */
export function didYouMean(name: string, known: Iterable<string>): readonly string[] {
  if (name.length > longestGuess) return []
  const limit = Math.max(1, Math.floor(name.length * 0.4))
  const lower = name.toLowerCase()
  const near: { readonly candidate: string; readonly score: number }[] = []
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) > limit) continue
    const score = candidate.toLowerCase() === lower ? 0 : distance(lower, candidate.toLowerCase())
    if (score <= limit) near.push({ candidate, score })
  }
  return near
    .sort((a, b) => a.score - b.score || byCodeUnit(a.candidate, b.candidate))
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}
