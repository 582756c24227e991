import { describe, expect, test } from 'vitest'
import { collections } from '../expected/mongo.ts'
import { foundCollection, pathsOf } from '../reading/mongoose.ts'
import { indexesOf } from '../reading/mongoose-index.ts'

const tenantOf = new Map(
  collections.map((fact) => [fact.collection, fact.fields.find(({ role }) => role === 'tenant')?.at]),
)
const [usual] = [...tenantOf.values()].filter((path) => path !== undefined)

describe('the tenant of documents', () => {
  test.each(collections)('$collection: $tenancy', (fact) => {
    const { schema, validator } = foundCollection(fact)
    const at = tenantOf.get(fact.collection) ?? ''
    const path = pathsOf(schema).get(at)
    if (fact.tenancy === 'required' || fact.tenancy === 'shared') {
      expect(path, 'the path of the tenant').toBeDefined()
      expect(path?.required).toBe(fact.tenancy === 'required')
      expect(path?.immutable, 'a document never changes its tenant').toBe(true)
      if (fact.tenancy === 'required') expect(validator?.required, 'demanded by the server').toContain(at)
    } else {
      expect(usual !== undefined && pathsOf(schema).has(usual), 'a tenant where none belongs').toBe(false)
    }
  })

  test.each(collections.filter(({ tenancy }) => tenancy === 'required'))(
    '$collection: each unique and each search begins with the tenant',
    (fact) => {
      const everywhere = new Set(fact.uniques.filter(({ scope }) => scope === 'global').map(({ name }) => name))
      const found = indexesOf(foundCollection(fact)).filter(({ unique, weights }) => unique || weights !== undefined)
      const loose = found.filter(
        ({ name, keys }) => !everywhere.has(name) && !keys.startsWith(`${tenantOf.get(fact.collection)} 1`),
      )
      expect(loose.map(({ name }) => name)).toEqual([])
    },
  )
})
