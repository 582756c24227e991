import type { Column, ColumnDefault, ColumnType, Entity, Model } from './model.ts'
import type { WrittenFile } from './written-file.ts'

/** The model in DBML, with the names that tables and columns have in the database. */
export function dbmlFiles(model: Model): readonly WrittenFile[] {
  const enums = model.enums.map(({ name, values }) => `Enum ${name} {\n  ${values.join('\n  ')}\n}`)
  const tables = model.entities.map((entity) => tableText(model, entity))
  return [{ path: 'schema.dbml', text: `${[...enums, ...tables].join('\n\n')}\n` }]
}

function tableText(model: Model, entity: Entity): string {
  return [
    `Table ${entity.table} {`,
    ...entity.columns.map((column) => `  ${columnText(model, entity, column)}`),
    '',
    '  indexes {',
    ...entity.indexes.map((columns) => `    (${columns.join(', ')})`),
    '  }',
    `  Note: '${entity.about}'`,
    '}',
  ].join('\n')
}

function columnText(model: Model, entity: Entity, { default: value, name, optional, type }: Column): string {
  const relation = entity.relations.find((other) => name === `${other.name}_id`)
  const settings = [
    ...(name === 'id' ? ['pk'] : optional ? [] : ['not null']),
    ...(type === 'ulid' ? ['unique'] : []),
    ...(value === undefined || defaults[value] === undefined ? [] : [`default: ${defaults[value]}`]),
    ...(relation === undefined ? [] : [`ref: > ${model.entities[relation.to]?.table}.id`]),
  ]
  const of = type === 'enum' ? entity.enumName : types[type]
  return `${name} ${of}${settings.length > 0 ? ` [${settings.join(', ')}]` : ''}`
}

const types: Readonly<Record<Exclude<ColumnType, 'enum'>, string>> = {
  uuid: 'uuid',
  ulid: 'char(26)',
  name: 'varchar(200)',
  text: 'varchar(4000)',
  int: 'int',
  decimal: 'decimal(12,2)',
  boolean: 'boolean',
  timestamp: 'timestamptz',
  pointer: 'char(24)',
  key: 'text',
}

/** Ids are made by programs: the database knows no default for them. */
const defaults: Readonly<Record<ColumnDefault, string | undefined>> = {
  uuid7: undefined,
  ulid: undefined,
  zero: '0',
  true: 'true',
  now: '`now()`',
  start: "'draft'",
}
