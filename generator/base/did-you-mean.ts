import { distance } from 'fastest-levenshtein'
import { byCodeUnit } from './order.ts'

/** How long a name may be before a guess is not worth its cost: edit distance is quadratic. */
const longestGuess = 80

/**
 * The known names nearest to a mistyped one, nearest first, at most three; empty where none is near. One that differs in
 * capitals and underscores only is the one that was meant, whatever else is near.
 */
export function didYouMean(name: string, known: Iterable<string>): readonly string[] {
  if (name.length > longestGuess) return []
  const limit = Math.max(1, Math.floor(name.length * 0.4))
  const wanted = name.toLowerCase()
  const near: { readonly candidate: string; readonly score: number }[] = []
  for (const candidate of known) {
    const lower = candidate.toLowerCase()
    if (isWordOf(wanted, lower)) near.push({ candidate, score: 1 })
    else if (Math.abs(lower.length - wanted.length) <= limit) {
      const score = slips(wanted, lower)
      if (score <= limit) near.push({ candidate, score })
    }
  }
  const same = near.filter(({ candidate }) => squashed(candidate) === squashed(name))
  return (same.length === 1 ? same : near)
    .sort((a, b) => a.score - b.score || byCodeUnit(a.candidate, b.candidate))
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/** Whether a name is so near to a known one that there is no doubt which was meant: a slip or two in a long name. */
export function isSlipOf(name: string, known: string): boolean {
  const [wanted, meant] = [name.toLowerCase(), known.toLowerCase()]
  if (squashed(name) === squashed(known) || isWordOf(wanted, meant)) return true
  return slips(wanted, meant) <= Math.max(1, Math.floor(Math.min(name.length, known.length) / 4))
}

function squashed(name: string): string {
  return name.toLowerCase().replaceAll(/[_-]/g, '')
}

/** Whether one name is the other with whole words added at its end: `due` and `due_on`, `order_id` and `order`. */
function isWordOf(a: string, b: string): boolean {
  return b.startsWith(`${a}_`) || a.startsWith(`${b}_`)
}

/** Slips between two names: the edits, but two neighbours that changed places (`nmae`) are one, not two. */
function slips(a: string, b: string): number {
  return a !== b && hasSwap(a, b) ? 1 : distance(a, b)
}

/** Whether all that sets two names apart is two neighbours in the other order. */
function hasSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}
