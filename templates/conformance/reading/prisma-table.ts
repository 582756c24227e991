import { type ReadField, type ReadModel, type ReadSchema, readSchema, schemaFiles } from './prisma.ts'

// What the Prisma schema says of each table, in the database's own names.

export interface ReadColumn {
  readonly column: string
  readonly field: ReadField
}

export interface ReadRelation {
  readonly member: string
  readonly field: ReadField
  /** The table on the other side. */
  readonly target: string
  /** Columns on this side and on the other; empty where the other side holds the key. */
  readonly from: readonly string[]
  readonly to: readonly string[]
}

export interface ReadKey {
  readonly name: string
  /** Columns, with the order: `created_on desc`. */
  readonly columns: readonly string[]
}

export interface ReadTable {
  readonly table: string
  readonly model: string
  readonly columns: ReadonlyMap<string, ReadColumn>
  readonly relations: readonly ReadRelation[]
  readonly primaryKey: readonly ReadKey[]
  readonly uniques: readonly ReadKey[]
  readonly indexes: readonly ReadKey[]
}

/** The tables of a schema, by their names. */
export function tablesOf(schema: ReadSchema): ReadonlyMap<string, ReadTable> {
  const models = new Map(schema.models.map((model) => [model.name, model]))
  const tables = schema.models.map((model): readonly [string, ReadTable] => {
    const keys = (type: string, ending: string): readonly ReadKey[] =>
      schema.indexes
        .filter((index) => index.model === model.name && index.type === type)
        .map((index) => {
          const columns = index.fields.map((field) => columnOf(model, field.name))
          return {
            name: index.dbName ?? defaultName(tableOf(model), columns, ending),
            columns: index.fields.map(({ sortOrder }, at) => `${columns[at]}${sortOrder === 'desc' ? ' desc' : ''}`),
          }
        })
    return [
      tableOf(model),
      {
        table: tableOf(model),
        model: model.name,
        columns: new Map(
          model.fields
            .filter((field) => field.kind !== 'object')
            .map((field) => [field.dbName ?? field.name, { column: field.dbName ?? field.name, field }]),
        ),
        relations: model.fields
          .filter((field) => field.kind === 'object')
          .map((field) => relationOf(model, field, models)),
        primaryKey: keys('id', 'pkey'),
        uniques: keys('unique', 'key'),
        indexes: keys('normal', 'idx'),
      },
    ]
  })
  return new Map(tables)
}

function relationOf(model: ReadModel, field: ReadField, models: ReadonlyMap<string, ReadModel>): ReadRelation {
  const target = models.get(field.type)
  return {
    member: field.name,
    field,
    target: target === undefined ? field.type : tableOf(target),
    from: (field.relationFromFields ?? []).map((name) => columnOf(model, name)),
    to: (field.relationToFields ?? []).map((name) => (target === undefined ? name : columnOf(target, name))),
  }
}

function tableOf(model: ReadModel): string {
  return model.dbName ?? model.name
}

function columnOf(model: ReadModel, member: string): string {
  return model.fields.find((field) => field.name === member)?.dbName ?? member
}

/** Prisma's own name for a key that has no `map`. */
function defaultName(table: string, columns: readonly string[], ending: string): string {
  return ending === 'pkey' ? `${table}_pkey` : [table, ...columns, ending].join('_')
}

/** The schema beside these tests. */
export const schema: ReadSchema = readSchema(schemaFiles(new URL('../../provider-db/prisma/schema/', import.meta.url)))

export const readTables: ReadonlyMap<string, ReadTable> = tablesOf(schema)

/** The table of that name. Throws where the schema has none. */
export function readTable(name: string): ReadTable {
  const table = readTables.get(name)
  if (table === undefined) throw new Error(`the Prisma schema has no table ${name}`)
  return table
}
