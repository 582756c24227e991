import { describe, expect, test } from 'vitest'
import { tables } from '../expected/postgres.ts'
import { mixins } from '../expected/project.ts'
import { readTable } from '../reading/prisma-table.ts'

const shared = mixins.filter(({ role }) => role !== 'plain')

describe('fields that rows have in common', () => {
  test.each(tables)('$table has those of every set it uses', (fact) => {
    const columns = readTable(fact.table).columns
    const wanted = shared.filter(({ name }) => fact.mixins.includes(name)).flatMap(({ fields }) => fields)
    const at = new Map(fact.fields.map((field) => [field.name, field.at]))
    expect(wanted.filter((name) => !columns.has(at.get(name) ?? name))).toEqual([])
  })

  test.each(tables)('$table has none of a set that it does not use', (fact) => {
    const columns = readTable(fact.table).columns
    const used = new Set(shared.filter(({ name }) => fact.mixins.includes(name)).flatMap(({ fields }) => fields))
    const own = new Set(fact.fields.filter(({ role }) => role === undefined).map(({ at }) => at))
    const others = shared.filter(({ name }) => !fact.mixins.includes(name)).flatMap(({ fields }) => fields)
    expect(others.filter((name) => columns.has(name) && !used.has(name) && !own.has(name))).toEqual([])
  })

  test.each(shared.flatMap(({ fields }) => fields))('%s means the same in every table', (name) => {
    const shapes = new Map<string, string>()
    for (const { table, fields } of tables) {
      const fact = fields.find((field) => field.name === name && field.role !== undefined)
      const field = fact === undefined ? undefined : readTable(table).columns.get(fact.at)?.field
      if (field === undefined) continue
      // Whether it is the key alone differs where a table is partitioned.
      const shape = JSON.stringify([
        field.name,
        field.dbName,
        field.type,
        field.nativeType,
        field.isRequired,
        field.default,
      ])
      shapes.set(shape, [shapes.get(shape), table].filter((part) => part !== undefined).join(', '))
    }
    expect([...shapes.values()], 'tables of each shape').toHaveLength(Math.min(1, shapes.size))
  })
})
