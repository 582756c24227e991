import type { LiveStoreName } from '../../live/report.ts'
import type { Model } from '../../model/model.ts'
import { UserError } from '../user-error.ts'
import { mongoStore } from './mongo.ts'
import { postgresStore } from './postgres.ts'
import { s3Store } from './s3.ts'
import type { Store } from './store.ts'

/** In the order in which they are spoken to. */
const stores: readonly Store[] = [postgresStore, mongoStore, s3Store]

/**
 * The stores that a command is for.
 * @throws UserError where the spec keeps nothing in the one that was asked for, or nothing anywhere
 */
export function chosenStores(model: Model, choice: LiveStoreName | 'all'): readonly Store[] {
  const chosen = stores.filter((store) => (choice === 'all' || store.name === choice) && store.isDeclaredIn(model))
  if (chosen.length > 0) return chosen
  const asked = stores.find(({ name }) => name === choice)
  throw new UserError(`the spec keeps nothing in ${asked === undefined ? 'any store' : asked.title}`)
}
