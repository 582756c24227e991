import { describe, expect, test } from 'vitest'
import type { TableFact } from './expected/facts.ts'
import { tables } from './expected/postgres.ts'
import { readTable, readTables, schema } from './reading/prisma-table.ts'
import { prismaDefault, prismaTypes } from './reading/prisma-type.ts'
import { typeOf } from './reading/type.ts'

const sorted = (names: readonly string[]): readonly string[] => [...names].sort()

/** What is wanted may carry underscores at its end, where Prisma or its client keeps the name for itself. */
const orReserved = (name: string): RegExp => new RegExp(`^${name}_*$`)

const tableOfEntity = new Map(tables.map((table) => [table.entity, table]))

/** The columns of fields, each of which may be followed by its order. */
function columns(table: TableFact | undefined, fields: readonly string[]): readonly string[] {
  const at = new Map(table?.fields.map((field) => [field.name, field.at]))
  return fields.map((field) => field.replace(/^\w+/, (name) => at.get(name) ?? `?${name}`))
}

describe('the Prisma schema', () => {
  test('has the tables of the spec and no other', () => {
    expect(sorted([...readTables.keys()])).toEqual(sorted(tables.map(({ table }) => table)))
    expect(schema.models, 'a model for each table').toHaveLength(tables.length)
  })

  test('has no enum and no composite type: an enum is a text with a check', () => {
    expect(schema.enums.map(({ name }) => name)).toEqual([])
    expect(schema.types.map(({ name }) => name)).toEqual([])
  })
})

describe.each(tables)('table $table', (fact) => {
  test('is the model of its entity', () => {
    expect(readTable(fact.table).model).toMatch(orReserved(fact.entity))
  })

  test('has the columns of the spec and no other', () => {
    expect(sorted([...readTable(fact.table).columns.keys()])).toEqual(sorted(fact.fields.map(({ at }) => at)))
  })

  test.each(fact.fields)('column $at', (wanted) => {
    const field = readTable(fact.table).columns.get(wanted.at)?.field
    expect(field, `${fact.table}.${wanted.at}`).toBeDefined()
    if (field === undefined) return
    const native = field.nativeType === null ? '' : ` ${[field.nativeType[0], ...field.nativeType[1]].join(' ')}`
    const list = wanted.list === true && typeOf(wanted).kind !== 'value'
    expect(field.name, 'member').toMatch(orReserved(wanted.member ?? wanted.at))
    expect(prismaTypes(wanted), 'type').toContain(`${field.type}${native}`)
    expect(field.isList, 'list').toBe(list)
    expect(field.isRequired, 'required').toBe(wanted.optional !== true || list)
    expect(field.default, 'default').toEqual(prismaDefault(wanted))
    expect(field.isUpdatedAt, 'kept by the database, not by the client').toBe(false)
  })

  test('has the primary key of the spec', () => {
    expect(readTable(fact.table).primaryKey.map((key) => key.columns)).toEqual([columns(fact, fact.primaryKey)])
  })

  test('has the full uniques of the spec, with their names, and no other', () => {
    const wanted = fact.uniques.filter(({ partial }) => partial !== true)
    expect(sorted(readTable(fact.table).uniques.map((key) => `${key.name} (${key.columns.join(', ')})`))).toEqual(
      sorted(wanted.map((unique) => `${unique.name} (${columns(fact, unique.fields).join(', ')})`)),
    )
  })

  test('has the full indexes of the spec, with their names and orders, and no other', () => {
    const wanted = fact.indexes.filter(({ partial }) => partial !== true)
    expect(sorted(readTable(fact.table).indexes.map((key) => `${key.name} (${key.columns.join(', ')})`))).toEqual(
      sorted(wanted.map((index) => `${index.name} (${columns(fact, index.fields).join(', ')})`)),
    )
  })

  test('has the relations of the spec and no other', () => {
    const { relations } = readTable(fact.table)
    expect(relations).toHaveLength(fact.relations.length + fact.inverses.length)
  })

  test.each(fact.relations)('relation $member', (wanted) => {
    const { table: target } = tableOfEntity.get(wanted.entity) ?? {}
    const from = columns(fact, wanted.fields)
    const found = readTable(fact.table).relations.filter((relation) => relation.from.join() === from.join())
    expect(found, 'one relation with this key').toHaveLength(1)
    expect(found[0]?.member).toMatch(orReserved(wanted.member))
    expect(found[0]?.target).toBe(target)
    expect(found[0]?.to).toEqual(columns(tableOfEntity.get(wanted.entity), wanted.references))
    const optional = fact.fields.some((field) => field.optional === true && wanted.fields.includes(field.name))
    expect(found[0]?.field).toMatchObject({ isList: false, isRequired: !optional })
    expect(found[0]?.field).toMatchObject({ relationOnDelete: deletion(wanted), relationOnUpdate: 'NoAction' })
  })

  test.each(fact.inverses)('inverse $member', (wanted) => {
    const other = tableOfEntity.get(wanted.entity)
    const found = readTable(fact.table).relations.filter(
      ({ member, from }) => from.length === 0 && orReserved(wanted.member).test(member),
    )
    expect(found, 'one inverse of this name').toHaveLength(1)
    const key = readTable(other?.table ?? '').relations.find(
      ({ field, from }) => from.length > 0 && field.relationName === found[0]?.field.relationName,
    )
    expect(key?.member).toMatch(orReserved(wanted.of))
    expect(key?.target).toBe(fact.table)
    expect(found[0]?.target).toBe(other?.table)
    // Prisma can hold "at most one" only where a full unique says so too.
    const isUnique = readTable(other?.table ?? '').uniques.some(
      (unique) => sorted(unique.columns).join() === sorted(key?.from ?? []).join(),
    )
    expect(found[0]?.field.isList, 'list').toBe(!(wanted.single === true && isUnique))
  })
})

/**
 * A composite key cannot be emptied as Prisma would do it, tenant included: there the database empties the one column,
 * and Prisma is told that it need do nothing.
 */
function deletion({ onDelete, fields }: TableFact['relations'][number]): string {
  if (onDelete === 'set_null') return fields.length === 1 ? 'SetNull' : 'NoAction'
  return onDelete === 'restrict' ? 'Restrict' : 'Cascade'
}
