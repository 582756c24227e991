import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { type Choice, chosenFiles } from './test/support/chosen-files.ts'
import { marks } from './test/support/run-marks.ts'

const choice = (process.env.TEST_FILES ?? 'all') as Choice

const config: ViteUserConfig = defineConfig({
  test: {
    include: chosenFiles(choice, ['test/**/*.test.ts', 'generated/conformance/*.test.ts']),
    // The generated live suites are run by test/live, each on a server and in a process of its own.
    exclude: ['**/node_modules/**', 'test/cases/**', 'test/rules/*/**', 'generated/conformance/*-live.test.ts'],
    globalSetup: [
      'test/support/servers/global-setup.ts',
      'test/support/site/global-setup.ts',
      'test/support/runtime/global-setup.ts',
    ],
    setupFiles: ['test/support/property-seed.ts'],
    tags: marks,
    // Imported by Node.js itself, so that the rule files it imports are too, as in a run of the command.
    server: { deps: { external: [/generator\/cli\/custom-rules\/import-rule-file[.]ts$/] } },
    pool: 'forks',
    maxWorkers: 2,
    // Some tests start a compiler or an engine; a hang is still found within a minute.
    testTimeout: 60_000,
    // The first suite that asks for a server may wait for a download of it.
    hookTimeout: 120_000,
    // A test that only passes the second time is a fault, not luck.
    retry: 0,
    reporters: ['default', './scripts/tally-reporter.ts'],
  },
})

export default config
