import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getSchema } from '@mrleebo/prisma-ast'
import { describe, expect, test } from 'vitest'
import { readPrisma } from '../../generator/foreign/prisma/read-prisma.ts'
import { loadPgParser } from '../../generator/foreign/sql/pg-parser.ts'
import { readSql } from '../../generator/foreign/sql/read-sql.ts'
import type { ForeignSchema } from '../../generator/foreign/tree.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'
import { type PrismaFiles, type PrismaReading, readPrisma as readByEngine } from '../support/prisma-engine.ts'
import { prismaDdl } from '../support/prisma-engine-ddl.ts'
import { lintTexts } from './lint.ts'

const folder = join(import.meta.dirname, 'schemas')
const schemas = globSync('*.prisma', { cwd: folder }).sort()

function read(files: PrismaFiles): ForeignSchema {
  const found: string[] = []
  const sources = files.map(([path, text]): SourceFile => ({ path, text }))
  const schema = readPrisma(sources, ({ message }) => void found.push(message))
  expect(found).toEqual([])
  return schema
}

/** What our reader says of a schema, a line for each member: model.field, what the database calls it, and its place. */
function ours({ tables, enums }: ForeignSchema): readonly string[] {
  return [
    ...tables.flatMap(({ kind, name, member, columns, relations }) => [
      ...(kind === 'embedded' ? [] : [`${member?.text} = ${name.text}`]),
      ...columns.map(
        (column) => `${member?.text}.${column.member?.text} = ${column.name.text}${column.nullable ? '?' : ''}`,
      ),
      ...relations.map((relation) => `${member?.text}.${relation.text}`),
    ]),
    ...enums.flatMap(({ name, member, values }) => [
      `enum ${member?.text} = ${name.text}`,
      ...values.map(({ text }) => `enum ${member?.text}: ${text}`),
    ]),
  ].sort()
}

/** The same of Prisma's engine. */
function engines({ models, types, enums }: PrismaReading): readonly string[] {
  return [
    ...models.map(({ name, dbName }) => `${name} = ${dbName ?? name}`),
    ...[...models, ...types].flatMap(({ name, fields }) =>
      fields.map((field) => {
        const isRelation = field.relationName !== undefined
        return isRelation
          ? `${name}.${field.name}`
          : `${name}.${field.name} = ${field.dbName ?? field.name}${field.isRequired && !field.isList ? '' : '?'}`
      }),
    ),
    ...enums.flatMap(({ name, dbName, values }) => [
      `enum ${name} = ${dbName ?? name}`,
      ...values.map((value) => `enum ${name}: ${value.dbName ?? value.name}`),
    ]),
  ].sort()
}

/** Primary keys, uniques and references, by their columns. */
function ourKeys({ tables }: ForeignSchema): readonly string[] {
  return tables
    .flatMap(({ member, constraints }) =>
      constraints.map(({ kind, columns, target }) => {
        const to = target === undefined ? '' : ` -> ${target.table} (${target.columns.join(', ')})`
        return `${member?.text} ${kind} (${columns.join(', ')})${to}`
      }),
    )
    .sort()
}

function engineKeys({ models }: PrismaReading): readonly string[] {
  const column = (model: string, field: string): string => {
    const of = models.find(({ name }) => name === model)
    return of?.fields.find(({ name }) => name === field)?.dbName ?? field
  }
  return models
    .flatMap(({ name: model, fields, primaryKey, uniqueFields }) => {
      const all = (names: readonly string[]): string => names.map((name) => column(model, name)).join(', ')
      return [
        ...fields.filter(({ isId }) => isId).map(({ name }) => `${model} primary key (${all([name])})`),
        ...(primaryKey === null ? [] : [`${model} primary key (${all(primaryKey.fields)})`]),
        ...fields.filter(({ isUnique }) => isUnique).map(({ name }) => `${model} unique (${all([name])})`),
        ...uniqueFields.map((names) => `${model} unique (${all(names)})`),
        ...fields
          .filter(({ relationFromFields = [] }) => relationFromFields.length > 0)
          .map(({ type, relationFromFields = [], relationToFields = [] }) => {
            const target = models.find(({ name }) => name === type)
            const to = relationToFields.map((name) => column(type, name)).join(', ')
            return `${model} foreign key (${all(relationFromFields)}) -> ${target?.dbName ?? type} (${to})`
          }),
      ]
    })
    .sort()
}

describe("Prisma's engine reads what we read", () => {
  test('there are schemas', () => {
    expect(schemas.length).toBeGreaterThan(3)
  })

  test.each(schemas)('%s', (name) => {
    const files: PrismaFiles = [[name, readFileSync(join(folder, name), 'utf8')]]
    const reading = readByEngine(files)
    expect(reading.errors).toBeUndefined()
    const schema = read(files)
    expect(ours(schema)).toEqual(engines(reading))
    expect(ourKeys(schema)).toEqual(engineKeys(reading))
  })

  test('the generated schema, file by file', () => {
    const paths = globSync('generated/provider-db/prisma/schema/*.prisma').sort()
    const files: PrismaFiles = paths.map((path) => [path, readFileSync(path, 'utf8')] as const)
    const reading = readByEngine(files)
    const schema = read(files)
    expect(schema.tables.length).toBeGreaterThan(30)
    expect(ours(schema)).toEqual(engines(reading))
    expect(ourKeys(schema)).toEqual(engineKeys(reading))
  })

  test('prisma-ast finds the same models and fields', () => {
    // It stumbles over comments and paths of other schemas, where Prisma takes them.
    const readable = [join(folder, 'bookshop.prisma'), ...globSync('generated/provider-db/prisma/schema/*.prisma')]
    for (const name of readable) {
      const text = readFileSync(name, 'utf8')
      const theirs = getSchema(text).list.flatMap((block) =>
        block.type === 'model' || block.type === 'view' || block.type === 'type'
          ? block.properties.flatMap((each) => (each.type === 'field' ? [`${block.name}.${each.name}`] : []))
          : [],
      )
      const own = read([[name, text]]).tables.flatMap(({ member, columns, relations }) =>
        [...columns.flatMap((column) => column.member ?? []), ...relations].map(
          ({ text: of }) => `${member?.text}.${of}`,
        ),
      )
      expect(own.toSorted()).toEqual(theirs.toSorted())
    }
  })
})

describe('the SQL that Prisma makes of a schema', () => {
  test.each(['bookshop.prisma', 'clinic.prisma'])('%s says the same of it', async (name) => {
    const files: PrismaFiles = [[name, readFileSync(join(folder, name), 'utf8')]]
    const ddl: SourceFile = { path: 'migration.sql', text: await prismaDdl(files) }
    const bySchema = read(files)
    const bySql = readSql([ddl], await loadPgParser(), ({ message }) => expect.fail(message))
    const columns = ({ tables }: ForeignSchema): readonly string[] =>
      tables.flatMap(({ qualified, columns: all }) =>
        all.map((column) => `${qualified}.${column.name.text} ${column.type} ${column.nullable}`),
      )
    const bare = (line: string): string => line.replaceAll('"', '')
    // The table of a many-to-many relation stands in no schema. The SQL keeps enums as types of their own and so do we.
    const own = columns(bySql)
      .map(bare)
      .filter((line) => !line.startsWith('_'))
    expect(own.toSorted()).toEqual(columns(bySchema).map(bare).toSorted())
    const keys = ({ tables }: ForeignSchema, kind: string): readonly string[] =>
      tables.flatMap(({ qualified, constraints }) =>
        constraints.filter((each) => each.kind === kind).map((each) => bare(`${qualified} (${each.columns.join()})`)),
      )
    for (const kind of ['primary key', 'foreign key']) {
      const made = keys(bySql, kind).filter((line) => !line.startsWith('_'))
      expect(made.toSorted()).toEqual(keys(bySchema, kind).toSorted())
    }
  })

  // But for the table of a many-to-many relation, whose keys follow from nothing that is in the file.
  test('has no names of keys to be told of beside those of tables and columns', async () => {
    const text = readFileSync(join(folder, 'bookshop.prisma'), 'utf8')
    const { diagnostics } = await lintTexts({ 'migration.sql': await prismaDdl([['a.prisma', text]]) })
    const ofKeys = diagnostics.filter(({ code }) => code === 'naming/index' || code === 'naming/constraint')
    expect(ofKeys.map(({ message }) => message)).toEqual([
      'primary key `_CategoryToPost_AB_pkey` must be snake_case',
      'index `_CategoryToPost_B_index` must be snake_case',
    ])
    expect(diagnostics.length).toBeGreaterThan(8)
  })
})

describe('each name', () => {
  test.each(schemas)('of %s stands at its place', (name) => {
    const { tables, enums } = read([[name, readFileSync(join(folder, name), 'utf8')]])
    const names = [
      ...tables.flatMap(({ name: own, member, columns, relations, constraints, indexes }) => [
        own,
        ...(member === undefined ? [] : [member]),
        ...columns.flatMap((column) => [column.name, ...(column.member === undefined ? [] : [column.member])]),
        ...relations,
        ...[...constraints, ...indexes].flatMap((key) => (key.name === undefined ? [] : [key.name])),
      ]),
      ...enums.flatMap((each) => [each.name, ...each.values]),
    ]
    expect(names.length).toBeGreaterThan(5)
    for (const { text, span } of names) {
      const token = span.file.text.slice(span.start, span.end)
      expect(token.startsWith('"') ? JSON.parse(token) : token).toBe(text)
    }
  })
})
