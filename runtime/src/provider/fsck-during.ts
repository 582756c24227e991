import type { Fsck, FsckOptions } from '../fsck/fsck.ts'
import { converted } from '../observe/converted.ts'
import type { Tenant } from '../stores/scope.ts'
import type { Life } from './life.ts'

/** What a check is asked for; a tenant by its public id, or by both of its ids. */
export interface FsckRequest extends Omit<FsckOptions, 'tenant'> {
  /** Only what is this tenant's, also where that counts as deleted. */
  readonly tenant?: string | Tenant
}

export interface Checking {
  check(options: FsckOptions): Fsck
  /** @throws Missing, InvalidInput, Forbidden */
  tenant(given: string | Tenant): Promise<Tenant>
}

/** A check that the end of the provider waits for, and that ends with it. */
export function checkedDuring(life: Life, checking: Checking, { tenant, ...options }: FsckRequest = {}): Fsck {
  let check = checking.check(options)
  return {
    summary: () => check.summary(),
    async *[Symbol.asyncIterator]() {
      const leave = life.enter()
      try {
        if (tenant !== undefined) check = checking.check({ ...options, tenant: await checking.tenant(tenant) })
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
