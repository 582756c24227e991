import type { Model } from '../../model/model.ts'
import type { DataRecord } from './data.ts'
import { fieldFact } from './field-fact.ts'

/** The values of every enum, by its name. */
export function enumFacts(model: Model): DataRecord {
  return Object.fromEntries(model.enums.map(({ name, values }) => [name, values.map((value) => value.name)]))
}

export function valueTypeFacts(model: Model): readonly DataRecord[] {
  return model.valueTypes.map(({ name, fields }) => ({ name, fields: fields.map((field) => fieldFact(model, field)) }))
}

export function mixinFacts(model: Model): readonly DataRecord[] {
  return model.mixins.map(({ name, role, fields }) => ({ name, role, fields: fields.map((field) => field.name) }))
}

/** The tenancy, or an empty record where the project has none. */
export function tenancyFact(model: Model): DataRecord {
  const { tenancy } = model.project
  if (tenancy === undefined) return {}
  const { entity, field, user, prefix, enforce, roles } = tenancy
  return { entity, field, user, prefix, enforce, roles: { ...roles } }
}

/** The stores in use and the names of the variables that lead to them. */
export function storeFacts(model: Model): DataRecord {
  const { postgres, mongo, s3 } = model.project.stores
  return {
    postgres: postgres && { version: postgres.version, url: postgres.url },
    mongo: mongo && { version: mongo.version, url: mongo.url },
    s3: s3 && { endpoint: s3.endpoint, region: s3.region, pathStyle: s3.pathStyle },
  }
}
