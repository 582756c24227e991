import { beforeEach } from 'vitest'

/**
 * Skips each test of the suite by name where the server cannot do what it needs: `condition` gives the reason, or true.
 *
 *     requires(() => account.features.locks || 'the S3 server enforces no locks')
 */
export function requires(condition: () => true | string): void {
  beforeEach(({ skip }) => {
    const met = condition()
    if (met !== true) skip(met)
  })
}
