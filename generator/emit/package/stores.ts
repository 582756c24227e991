import { inMongo, inPostgres } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'

/** The stores that the package has something for. */
export interface UsedStores {
  readonly postgres: boolean
  readonly mongo: boolean
  readonly s3: boolean
  /** Whether a status has a life cycle. */
  readonly lifecycles: boolean
}

export function usedStores(model: Model): UsedStores {
  const tables = inPostgres(model)
  return {
    postgres: tables.length > 0,
    mongo: inMongo(model).length > 0,
    s3: model.project.stores.s3 !== undefined,
    lifecycles: tables.some(({ postgres }) => postgres.lifecycle !== undefined),
  }
}
