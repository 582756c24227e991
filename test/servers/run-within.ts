import { join } from 'node:path'

/** How to start the run within the run: `node <these>`, from the repository. */
export function runWithin(fixture: string, ...options: readonly string[]): readonly string[] {
  const config = join(import.meta.dirname, 'run/vitest.config.ts')
  return [join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', config, fixture, ...options]
}

/** The environment of a run that is nobody's part. */
export function alone(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|TEST_|STOWAGE_TEST|SOAK|REQUIRE_REAL|NODE_ENV)/.test(name),
  )
  return { ...Object.fromEntries(inherited), NO_COLOR: '1', ...more }
}
