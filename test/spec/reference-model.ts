import { fileURLToPath } from 'node:url'
import type { Entity } from '../../generator/model/entity.ts'
import type { Field } from '../../generator/model/field.ts'
import { entityNamed } from '../../generator/model/lookup.ts'
import type { Model } from '../../generator/model/model.ts'
import type { MongoPart } from '../../generator/model/mongo.ts'
import type { PostgresPart } from '../../generator/model/postgres.ts'
import type { S3Object } from '../../generator/model/s3.ts'
import { soundModel } from '../support/analyze-folder.ts'

export const specFolder: string = fileURLToPath(new URL('../../spec', import.meta.url))

export const model: Model = soundModel(specFolder)

export function entity(name: string): Entity {
  return entityNamed(model, name)
}

export function rows(name: string): PostgresPart {
  const { postgres } = entity(name)
  if (postgres === undefined) throw new Error(`${name} has no PostgreSQL part`)
  return postgres
}

export function documents(name: string): MongoPart {
  const { mongo } = entity(name)
  if (mongo === undefined) throw new Error(`${name} has no MongoDB part`)
  return mongo
}

export function object(name: string, called: string): S3Object {
  const found = entity(name).s3?.objects.find((one) => one.name === called)
  if (found === undefined) throw new Error(`${name} has no object ${called}`)
  return found
}

/** The field behind a column or a document's key. */
export function stored(part: PostgresPart | MongoPart, physical: string): Field {
  const found = part.fields.find((field) => field.physical.text === physical)
  if (found === undefined) throw new Error(`there is no ${physical}`)
  return found
}

/** What a column of a part refers to, `undefined` where it is no reference. */
export function target(part: PostgresPart | MongoPart, physical: string): string | undefined {
  const { type } = stored(part, physical)
  return type.kind === 'ref' ? type.entity : undefined
}

export function isTimestamp({ type }: Field): boolean {
  return type.kind === 'scalar' && type.scalar === 'timestamp'
}
