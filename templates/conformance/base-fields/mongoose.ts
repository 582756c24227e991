import { describe, expect, test } from 'vitest'
import { collections } from '../expected/mongo.ts'
import { mixins } from '../expected/project.ts'
import { foundCollection, pathsOf } from '../reading/mongoose.ts'

const namesOf = (used: readonly string[], roles: readonly string[]): readonly string[] =>
  mixins.filter(({ name, role }) => used.includes(name) && roles.includes(role)).flatMap(({ fields }) => fields)

/** `created_on` as it is called in a document, by the spec's own fact where it has one. */
const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

describe('fields that documents have in common', () => {
  test.each(collections)('$collection has those of a record', (fact) => {
    const paths = pathsOf(foundCollection(fact).schema)
    const at = new Map(fact.fields.map((field) => [field.name, field.at]))
    const wanted = namesOf(fact.mixins, fact.root ? ['base', 'mutable', 'soft_delete'] : ['base'])
    // The primary key is the row's; a document has its own `_id`.
    const missing = wanted.filter((name) => !paths.has(at.get(name) ?? camel(name)))
    expect(missing.filter((name) => at.has(name))).toEqual([])
    expect(missing.length).toBeLessThanOrEqual(1)
  })

  test.each(collections.filter(({ root }) => !root))(
    '$collection, which is a part of a row, has none of what changes',
    (fact) => {
      const paths = pathsOf(foundCollection(fact).schema)
      const own = new Set(fact.fields.filter(({ role }) => role === undefined).map(({ at }) => at))
      const changing = namesOf(
        mixins.map(({ name }) => name),
        ['mutable', 'soft_delete'],
      ).map(camel)
      expect(changing.filter((name) => paths.has(name) && !own.has(name))).toEqual([])
    },
  )
})
