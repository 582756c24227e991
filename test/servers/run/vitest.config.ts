import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { marks } from '../../support/run-marks.ts'

/** A run within the run: what is tested of a run can only be seen from outside of it. */
const config: ViteUserConfig = defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.fixture.ts'],
    globalSetup: ['../../support/servers/global-setup.ts'],
    tags: marks,
    pool: 'forks',
    reporters: ['../../../scripts/tally-reporter.ts'],
  },
})

export default config
