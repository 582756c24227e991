import mongoose, { type Model, type Schema, type SchemaType } from 'mongoose'
import * as generated from '../../provider-db/src/mongoose/index.ts'
import type { CollectionFact } from '../expected/facts.ts'

// Asks Mongoose itself what the models are, on a connection that is never opened.

export interface JsonSchema {
  readonly bsonType?: string | readonly string[]
  readonly enum?: readonly (string | null)[]
  readonly pattern?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: JsonSchema
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: boolean
}

export interface FoundCollection {
  readonly name: string
  readonly model: Model<unknown>
  readonly schema: Schema
  /** What the server is to check. */
  readonly validator: JsonSchema | undefined
}

/** A path of a schema, as Mongoose tells it. */
export interface FoundPath {
  /** Mongoose's name of the type; of the elements where it is a list. */
  readonly instance: string
  readonly list: boolean
  readonly required: boolean
  readonly immutable: boolean
  readonly enum: readonly string[]
  readonly maxLength: number | undefined
  readonly patterns: readonly string[]
  /** Whether a check of the path itself, other than that it must be there, refuses a value. */
  readonly refuses: (value: unknown) => boolean
  /** The paths of the documents that it holds. */
  readonly fields: ReadonlyMap<string, FoundPath> | undefined
}

const connection = mongoose.createConnection()
const validators = new Map<string, JsonSchema>(
  generated.collections.map(({ name, validator }) => [name, validator.$jsonSchema]),
)

export const foundCollections: readonly FoundCollection[] = Object.values(generated.models(connection)).map(
  (model) => ({
    name: model.collection.collectionName,
    model,
    schema: model.schema,
    validator: validators.get(model.collection.collectionName),
  }),
)

/** The names in the list by which a database is prepared. */
export const preparedCollections: readonly string[] = generated.collections.map(({ name }) => name)

/** The collection of that name. Throws where the package has none, or several. */
export function foundCollection({ collection }: CollectionFact): FoundCollection {
  const found = foundCollections.filter(({ name }) => name === collection)
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(`the package has ${found.length} models of ${collection}`)
  return found[0]
}

/** The paths of a schema, without `_id`, which every document has. */
export function pathsOf(schema: Schema): ReadonlyMap<string, FoundPath> {
  return new Map(
    Object.entries(schema.paths).flatMap(([path, type]) => (path === '_id' ? [] : [[path, pathOf(type)] as const])),
  )
}

interface Element {
  readonly instance: string
  readonly validators?: readonly {
    readonly type?: string
    readonly enumValues?: readonly unknown[]
    readonly regexp?: RegExp
    readonly validator?: unknown
  }[]
  readonly options?: Readonly<Record<string, unknown>>
}

function pathOf(type: SchemaType): FoundPath {
  const list = type.instance === 'Array'
  const inner: Element | undefined =
    list && 'embeddedSchemaType' in type ? (type.embeddedSchemaType as Element) : undefined
  const element: Element = inner ?? (type as Element)
  const checks = element.validators ?? []
  const length = element.options?.['maxlength']
  return {
    instance: element.instance,
    list,
    required: type.isRequired === true,
    immutable: type.options['immutable'] === true,
    enum: checks.flatMap(({ enumValues }) => enumValues ?? []).filter((value) => typeof value === 'string'),
    maxLength: typeof length === 'number' ? length : undefined,
    refuses: (value) =>
      checks.some(
        ({ type: kind, validator }) =>
          kind !== 'required' && typeof validator === 'function' && validator(value) === false,
      ),
    patterns: checks.flatMap(({ regexp }) => (regexp === undefined ? [] : [regexp.source])),
    fields: type.schema === undefined ? undefined : pathsOf(type.schema),
  }
}
