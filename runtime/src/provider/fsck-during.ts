import type { Fsck } from '../fsck/fsck.ts'
import { converted } from '../observe/converted.ts'
import type { Life } from './life.ts'

/** A check that the end of the provider waits for, and that ends with it. */
export function checkedDuring(life: Life, check: Fsck): Fsck {
  return {
    summary: () => check.summary(),
    async *[Symbol.asyncIterator]() {
      const leave = life.enter()
      try {
        for await (const finding of check) {
          yield finding
          life.check()
        }
      } catch (error) {
        throw converted(error, 'fsck')
      } finally {
        leave()
      }
    },
  }
}
