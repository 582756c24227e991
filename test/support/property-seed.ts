import fc from 'fast-check'

/**
 * Properties look at other values in each run, but not in continuous integration: there a change is judged by what it
 * changed, and a run can be repeated. `STOWAGE_SEED` sets the seed anywhere; a failure prints its own.
 */
const seed = process.env.STOWAGE_SEED ?? (process.env.CI === 'true' ? '20261122' : undefined)

if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) })
