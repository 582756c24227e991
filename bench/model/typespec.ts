import { camelCase } from './camel-case.ts'
import type { Column, ColumnDefault, ColumnType, Entity, Model } from './model.ts'
import type { WrittenFile } from './written-file.ts'

/** The model in TypeSpec, for the emitter of JSON Schema. It has no word for uniques and indexes. */
export function typespecFiles(model: Model): readonly WrittenFile[] {
  const head = `import "@typespec/json-schema";\nusing JsonSchema;\n@jsonSchema\nnamespace Synthetic;`
  const enums = model.enums.map(
    ({ name, values }) => `enum ${name} {\n${values.map((value) => `  ${value},\n`).join('')}}`,
  )
  const models = model.entities.map((entity) => modelText(model, entity))
  return [{ path: 'main.tsp', text: `${[head, ...enums, ...models].join('\n\n')}\n` }]
}

function modelText(model: Model, entity: Entity): string {
  return [
    `/** ${entity.about} */`,
    `model ${entity.name} {`,
    ...entity.columns.map((column) => `  ${propertyText(entity, column)};`),
    // Optional, since who reads a record need not get the others with it; and a ring could not be written down otherwise.
    ...entity.relations.map(({ name, to }) => `  ${name}?: ${model.entities[to]?.name};`),
    '}',
  ].join('\n')
}

function propertyText(entity: Entity, { default: value, name, optional, type }: Column): string {
  const [decorators, of] = type === 'enum' ? ['', entity.enumName] : types[type]
  const given = value === undefined ? undefined : value === 'start' ? `${entity.enumName}.draft` : defaults[value]
  return `${decorators}${camelCase(name)}${optional ? '?' : ''}: ${of}${given === undefined ? '' : ` = ${given}`}`
}

const types: Readonly<Record<Exclude<ColumnType, 'enum'>, readonly [decorators: string, of: string]>> = {
  uuid: ['@format("uuid") ', 'string'],
  ulid: ['@minLength(26) @maxLength(26) ', 'string'],
  name: ['@maxLength(200) ', 'string'],
  text: ['@maxLength(4000) ', 'string'],
  int: ['', 'int32'],
  decimal: ['', 'decimal'],
  boolean: ['', 'boolean'],
  timestamp: ['', 'utcDateTime'],
  pointer: ['@minLength(24) @maxLength(24) ', 'string'],
  key: ['', 'string'],
}

/** What is made when a record is written is no constant, which is all that TypeSpec knows. */
const defaults: Readonly<Record<Exclude<ColumnDefault, 'start'>, string | undefined>> = {
  uuid7: undefined,
  ulid: undefined,
  zero: '0',
  true: 'true',
  now: undefined,
}
