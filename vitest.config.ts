import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'generated/conformance/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/cases/**', 'test/rules/*/**'],
    setupFiles: ['test/support/property-seed.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Some tests start a compiler, an engine or a database; a hang is still found within a minute.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A test that only passes the second time is a fault, not luck.
    retry: 0,
    reporters: ['default', './scripts/tally-reporter.ts'],
  },
})

export default config
