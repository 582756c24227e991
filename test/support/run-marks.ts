import type { TestTagDefinition } from 'vitest'

/**
 * What sort of run this is: `npm run test:full` sets TEST_FULL=1, `npm run test:every` and `npm run faults` set
 * TEST_EVERY=1 too, `npm run soak` sets SOAK to a number of rounds.
 */
const full = process.env.TEST_FULL === '1'
const rounds = Number(process.env.SOAK ?? 1)

/** Whether nothing is left out, whatever it takes. */
export const every: boolean = process.env.TEST_EVERY === '1'

/** The marks a test can bear, as vitest's tags: `test('...', { tags: ['full'] }, ...)`. */
export const marks: TestTagDefinition[] = [
  { name: 'full', description: 'takes long: only in npm run test:full', skip: !full },
  { name: 'every', description: 'takes very long: only in npm run test:every', skip: !every },
  { name: 'race', description: 'sets writers against one another: npm run soak repeats it', repeats: rounds - 1 },
]

/** How often a property is tried: in the full run as given, else a share of that, at least once. */
export function attempts(inFull: number, share = 4): number {
  return full ? inFull : Math.max(1, Math.round(inFull / share))
}

/** How many of all faults are tried: every one where nothing is left out, else as many as the full run has time for. */
export function faultsOf(all: number, inFull: number): number {
  return every ? all : Math.min(all, inFull)
}

/** Whether a test with these marks waits for the full run. */
function onlyInFull(tags: readonly string[]): boolean {
  return !full && tags.includes('full')
}

/** The command that runs a test with these marks, where this run leaves it out. */
export function commandFor(tags: readonly string[]): string | undefined {
  if (!every && tags.includes('every')) return 'npm run test:every'
  return onlyInFull(tags) ? 'npm run test:full' : undefined
}
