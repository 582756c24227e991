import { camelCase } from './camel-case.ts'
import type { ColumnType, Entity, Model } from './model.ts'
import type { WrittenFile } from './written-file.ts'

/** The model as a document of OpenAPI 3.0 with schemas alone. */
export function openapiFiles(model: Model): readonly WrittenFile[] {
  const document = {
    openapi: '3.0.3',
    info: { title: 'Synthetic', version: '1' },
    paths: {},
    components: { schemas: schemas(model, '#/components/schemas/') },
  }
  return [{ path: 'openapi.json', text: JSON.stringify(document) }]
}

/** The model as one JSON Schema, whose root reaches every entity, so that none is left out of what is made of it. */
export function jsonSchemaFiles(model: Model): readonly WrittenFile[] {
  const document = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Synthetic',
    type: 'object',
    definitions: schemas(model, '#/definitions/'),
    properties: { any: { anyOf: model.entities.map(({ name }) => ({ $ref: `#/definitions/${name}` })) } },
  }
  return [{ path: 'schema.json', text: JSON.stringify(document) }]
}

function schemas(model: Model, root: string): Readonly<Record<string, object>> {
  return Object.fromEntries([
    ...model.enums.map(({ name, values }) => [name, { type: 'string', enum: values }] as const),
    ...model.entities.map((entity) => [entity.name, schemaOf(model, entity, root)] as const),
  ])
}

function schemaOf(model: Model, entity: Entity, root: string): object {
  const columns = entity.columns.map(({ name, type }) => [
    camelCase(name),
    type === 'enum' ? { $ref: `${root}${entity.enumName}` } : types[type],
  ])
  const relations = entity.relations.map(({ name, to }) => [name, { $ref: `${root}${model.entities[to]?.name}` }])
  return {
    type: 'object',
    title: entity.name,
    description: entity.about,
    additionalProperties: false,
    required: entity.columns.filter(({ optional }) => !optional).map(({ name }) => camelCase(name)),
    properties: Object.fromEntries([...columns, ...relations]),
  }
}

const types: Readonly<Record<Exclude<ColumnType, 'enum'>, object>> = {
  uuid: { type: 'string', format: 'uuid' },
  ulid: { type: 'string', minLength: 26, maxLength: 26 },
  name: { type: 'string', maxLength: 200 },
  text: { type: 'string', maxLength: 4000 },
  int: { type: 'integer' },
  decimal: { type: 'number' },
  boolean: { type: 'boolean' },
  timestamp: { type: 'string', format: 'date-time' },
  pointer: { type: 'string', minLength: 24, maxLength: 24 },
  key: { type: 'string' },
}
