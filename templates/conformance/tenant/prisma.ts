import { describe, expect, test } from 'vitest'
import { tables } from '../expected/postgres.ts'
import { readTable } from '../reading/prisma-table.ts'

const tenantOf = new Map(tables.map((fact) => [fact.table, fact.fields.find(({ role }) => role === 'tenant')?.at]))
const required = new Set(tables.filter(({ tenancy }) => tenancy === 'required').map(({ table }) => table))

/** The column of the tenant in most tables, to find it where it does not belong. */
const [usual] = [...tenantOf.values()].filter((column) => column !== undefined)

describe('the tenant of rows', () => {
  test.each(tables)('$table: $tenancy', (fact) => {
    const { columns } = readTable(fact.table)
    const column = tenantOf.get(fact.table)
    if (fact.tenancy === 'required' || fact.tenancy === 'shared') {
      const field = columns.get(column ?? '')?.field
      expect(field, 'the column of the tenant').toBeDefined()
      expect(field?.isRequired).toBe(fact.tenancy === 'required')
      expect(field?.isList).toBe(false)
    } else {
      expect(usual !== undefined && columns.has(usual), 'a tenant where none belongs').toBe(false)
    }
  })

  test.each(tables.filter(({ tenancy }) => tenancy === 'required'))(
    '$table: each relation to a row of a tenant holds the tenant too',
    (fact) => {
      const tenant = tenantOf.get(fact.table)
      const keys = readTable(fact.table).relations.filter(({ from, target }) => from.length > 0 && required.has(target))
      const loose = keys.filter(({ from, to, target }) => {
        const at = from.indexOf(tenant ?? '')
        return at === -1 || to[at] !== tenantOf.get(target)
      })
      expect(loose.map(({ member }) => member)).toEqual([])
    },
  )

  test.each(tables.filter(({ tenancy }) => tenancy === 'required'))(
    '$table: each unique holds the tenant, save what is unique everywhere',
    (fact) => {
      const tenant = tenantOf.get(fact.table) ?? ''
      const everywhere = new Set(fact.uniques.filter(({ scope }) => scope === 'global').map(({ name }) => name))
      const loose = readTable(fact.table).uniques.filter(
        ({ name, columns }) => !columns.includes(tenant) && !everywhere.has(name),
      )
      expect(loose.map(({ name }) => name)).toEqual([])
    },
  )

  test('no relation leads to the tenants themselves: the column is enough', () => {
    const tenants = new Set(tables.filter(({ tenancy }) => tenancy === 'self').map(({ table }) => table))
    const hub = tables.flatMap(({ table }) =>
      readTable(table).relations.filter(
        ({ from, target }) => tenants.has(target) && from.join() === tenantOf.get(table),
      ),
    )
    expect(hub.map(({ member }) => member)).toEqual([])
  })
})
