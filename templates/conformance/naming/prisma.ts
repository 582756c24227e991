import { describe, expect, test } from 'vitest'
import type { ConventionFact } from '../expected/facts.ts'
import { tables } from '../expected/postgres.ts'
import { conventions } from '../expected/project.ts'
import { breach, roleOf, wears } from '../reading/naming.ts'
import { readTables } from '../reading/prisma-table.ts'

const found = [...readTables.values()]

describe('names in PostgreSQL', () => {
  test('tables follow their convention', () => {
    // A name that was cut may have lost its plural.
    const cut = new Set(tables.flatMap(({ table, named }) => (named === 'shortened' ? [table] : [])))
    const { number, ...others } = conventions.postgres.table ?? {}
    const convention = (table: string): ConventionFact =>
      cut.has(table) || number === undefined ? others : { ...others, number }
    expect(found.flatMap(({ table }) => breach(table, convention(table)) ?? [])).toEqual([])
  })

  test.each(found)('columns of $table follow their convention', ({ columns }) => {
    expect([...columns.keys()].flatMap((column) => breach(column, conventions.postgres.column) ?? [])).toEqual([])
  })

  test.each(found)('keys and indexes of $table follow their conventions', ({ uniques, indexes }) => {
    expect(uniques.flatMap(({ name }) => breach(name, conventions.postgres.constraint) ?? [])).toEqual([])
    expect(indexes.flatMap(({ name }) => breach(name, conventions.postgres.index) ?? [])).toEqual([])
  })

  test('no name is longer than PostgreSQL keeps', () => {
    const names = found.flatMap(({ table, columns, uniques, indexes }) => [
      table,
      ...columns.keys(),
      ...[...uniques, ...indexes].map(({ name }) => name),
    ])
    expect(names.filter((name) => new TextEncoder().encode(name).length > 63)).toEqual([])
  })

  test('no two indexes have one name', () => {
    const names = found.flatMap(({ uniques, indexes }) => [...uniques, ...indexes].map(({ name }) => name))
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  test.each(tables)('columns of $table wear what their types ask for', ({ table, fields }) => {
    const columns = readTables.get(table)?.columns
    const bare = fields.flatMap((fact) => {
      const { role, convention } = roleOf(fact)
      const column = columns?.get(fact.at)?.column
      if (column === undefined) return [`${fact.at} is missing`]
      if (convention === undefined || fact.named !== undefined || wears(column, convention, fact.list === true))
        return []
      return [`${column}: the name of a ${role}`]
    })
    expect(bare).toEqual([])
  })

  test.each(found)('a moment in $table is told by its name', ({ columns }) => {
    // By the database's own type: a column that a test of the spec's fields does not know is found too.
    const wanted = conventions.roles.timestamp
    if (wanted === undefined) return
    const declared = new Set(
      tables.flatMap(({ fields }) => fields.filter((fact) => fact.named !== undefined).map(({ at }) => at)),
    )
    const moments = [...columns.values()].filter(({ field }) => field.nativeType?.[0].startsWith('Timestamp'))
    const bare = moments.filter(({ column, field }) => !declared.has(column) && !wears(column, wanted, field.isList))
    expect(bare.map(({ column }) => column)).toEqual([])
  })
})
