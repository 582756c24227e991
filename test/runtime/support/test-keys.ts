import { createHash } from 'node:crypto'
import type { KeyProvider, SecretKey } from '../../../runtime/src/secrets/key-provider.ts'

const test: SecretKey = { id: 'test', key: createHash('sha256').update('a key for tests alone').digest() }

/** The same in every process of a run, so that what one has sealed another opens. */
export const testKeys: KeyProvider = {
  current: async () => test,
  byId: async (id) => (id === test.id ? test : undefined),
}
