import type { Alternatives, Atom } from './atoms.ts'

/** A place in a text that is being read by a row of atoms: which atom is next, and how much it has taken. */
interface Automaton {
  /** Characters that lead from one state to the next; a state may stay in itself. */
  readonly steps: readonly { readonly characters: ReadonlySet<string>; readonly to: number }[][]
  /** States to which one may go on without reading. */
  readonly skips: readonly (readonly number[])[]
  readonly accepts: ReadonlySet<number>
}

/** Whether a text exists that both could read: two keys then can be one. Exact for bounded and unbounded repetitions. */
export function canCoincide(a: Alternatives, b: Alternatives): boolean {
  const left = automatonOf(a)
  const right = automatonOf(b)
  const seen = new Set<number>()
  const open: (readonly [number, number])[] = []
  const visit = (i: number, j: number): void => {
    const key = i * right.steps.length + j
    if (seen.has(key)) return
    seen.add(key)
    open.push([i, j])
  }
  visit(0, 0)
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [i, j] = pair
    if (left.accepts.has(i) && right.accepts.has(j)) return true
    for (const next of left.skips[i] ?? []) visit(next, j)
    for (const next of right.skips[j] ?? []) visit(i, next)
    for (const step of left.steps[i] ?? []) {
      for (const other of right.steps[j] ?? []) {
        if (shareACharacter(step.characters, other.characters)) visit(step.to, other.to)
      }
    }
  }
  return false
}

/** Longest run that is counted character by character; what may be longer is taken as endless. */
const longestRun = 200

function automatonOf(alternatives: Alternatives): Automaton {
  const steps: { characters: ReadonlySet<string>; to: number }[][] = [[]]
  const skips: number[][] = [[]]
  const accepts = new Set<number>()
  const state = (): number => {
    skips.push([])
    return steps.push([]) - 1
  }
  for (const atoms of alternatives) {
    let at = state()
    skips[0]?.push(at)
    for (const atom of atoms) at = addAtom(atom, at, state, steps, skips)
    accepts.add(at)
  }
  return { steps, skips, accepts }
}

function addAtom(
  { characters, min, max }: Atom,
  from: number,
  state: () => number,
  steps: { characters: ReadonlySet<string>; to: number }[][],
  skips: number[][],
): number {
  let at = from
  const endless = max > longestRun
  const skipping: number[] = []
  for (let count = 0; count < (endless ? Math.min(min, longestRun) : max); count += 1) {
    if (count >= min) skipping.push(at)
    const next = state()
    steps[at]?.push({ characters, to: next })
    at = next
  }
  if (endless) steps[at]?.push({ characters, to: at })
  const end = state()
  for (const place of [...skipping, at]) skips[place]?.push(end)
  return end
}

function shareACharacter(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  for (const character of small) if (large.has(character)) return true
  return false
}
