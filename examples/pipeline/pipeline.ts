import { createProvider, type ProviderOptions } from '@leadmetrics/provider-db'
import { lookAfter } from './after.ts'
import { keysOfThisRun } from './keys.ts'
import { onboard } from './onboarding.ts'
import { publish } from './publishing.ts'
import { Steps } from './steps.ts'
import { write } from './writing.ts'

/** From a customer who signs up to a published blog post, on all three stores. */
export async function runPipeline(
  options: ProviderOptions,
  locks: boolean,
  print: (line: string) => void,
): Promise<void> {
  await using provider = createProvider({ ...options, keys: keysOfThisRun() })
  const steps = new Steps(print)
  const customer = await onboard(provider, steps, locks)
  const written = await write(provider, steps, customer)
  await publish(provider, steps, customer, written)
  await lookAfter(provider, steps, customer)
}
