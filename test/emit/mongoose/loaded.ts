import type { Connection, Model as MongooseModel, Schema } from 'mongoose'
import type { CollectionDescription, RoleDescription } from '../../../generator/live/mongo/description.ts'
import type { ApplyOptions, ApplyReport, Difference } from '../../../generator/live/report.ts'
import type { MongoEntity } from '../../../generator/model/lookup.ts'
import { inMongo } from '../../../generator/model/lookup.ts'
import type { Model } from '../../../generator/model/model.ts'
import { packageFiles, type Workshop } from '../package/generated-package.ts'

/** The part of a package that is looked at here, as it is at run time. */
export interface MongooseModule {
  readonly collections: readonly CollectionDescription[]
  models(connection: Connection): Readonly<Record<string, MongooseModel<Record<string, unknown>>>>
  applicationRole: RoleDescription
  applyCollections(connection: Connection, options?: ApplyOptions & { role?: boolean }): Promise<ApplyReport>
  verifyCollections(connection: Connection, options?: { role?: boolean }): Promise<readonly Difference[]>
}

export interface JsonSchema {
  readonly bsonType: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: JsonSchema
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: boolean
}

/** One collection of a spec with what the package made of it. */
export interface Collection {
  readonly model: Model
  readonly entity: MongoEntity
  readonly schema: Schema
  readonly validator: JsonSchema
  readonly bound: MongooseModel<Record<string, unknown>>
}

/** Writes a package and imports its Mongoose part. */
export async function loadMongoose(model: Model, name: string, workshop: Workshop): Promise<MongooseModule> {
  workshop.write(packageFiles(model), name)
  return (await import(workshop.url(`${name}/provider-db/src/mongoose/index.ts`))) as MongooseModule
}

export function collectionsOf(model: Model, module: MongooseModule, connection: Connection): readonly Collection[] {
  const bound = Object.values(module.models(connection))
  return inMongo(model).map((entity) => {
    const { text } = entity.mongo.collection
    const described = module.collections.find(({ name }) => name === text)
    const found = bound.find((one) => one.collection.name === text)
    if (described === undefined || found === undefined) throw new Error(`the package has no collection ${text}`)
    return { model, entity, schema: found.schema as Schema, validator: described.validator.$jsonSchema, bound: found }
  })
}
