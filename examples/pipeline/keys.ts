import { randomBytes } from 'node:crypto'
import type { ProviderOptions } from '@leadmetrics/provider-db'

/** A key that lives as long as the process. An application takes it from a key service and keeps the old ones. */
export function keysOfThisRun(): NonNullable<ProviderOptions['keys']> {
  const key = { id: 'example-1', key: randomBytes(32) }
  return {
    current: async () => key,
    byId: async (id) => (id === key.id ? key : undefined),
  }
}
