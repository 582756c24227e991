import { describe, expect, test } from 'vitest'
import { collections } from '../expected/mongo.ts'
import { conventions } from '../expected/project.ts'
import { type FoundPath, foundCollection, foundCollections, pathsOf } from '../reading/mongoose.ts'
import { indexesOf } from '../reading/mongoose-index.ts'
import { breach, roleOf, wears } from '../reading/naming.ts'

/** The names of paths, and of those inside them. */
function names(paths: ReadonlyMap<string, FoundPath>): readonly string[] {
  return [...paths].flatMap(([name, { fields }]) => [name, ...(fields === undefined ? [] : names(fields))])
}

describe('names in MongoDB', () => {
  test('collections follow their convention', () => {
    expect(foundCollections.flatMap(({ name }) => breach(name, conventions.mongo.collection) ?? [])).toEqual([])
  })

  test.each(foundCollections)('paths of $name follow their convention', ({ schema }) => {
    expect(names(pathsOf(schema)).flatMap((name) => breach(name, conventions.mongo.field) ?? [])).toEqual([])
  })

  test.each(foundCollections)('indexes of $name follow their convention, and no two have one name', (collection) => {
    const found = indexesOf(collection).map(({ name }) => name)
    expect(found.flatMap((name) => breach(name, conventions.mongo.index) ?? [])).toEqual([])
    expect(found.filter((name, at) => found.indexOf(name) !== at)).toEqual([])
  })

  test.each(collections)('paths of $collection wear what their types ask for', (fact) => {
    const paths = pathsOf(foundCollection(fact).schema)
    const bare = fact.fields.flatMap((field) => {
      const { role, convention } = roleOf(field)
      if (!paths.has(field.at)) return [`${field.at} is missing`]
      // What a reference is called in a document is a convention of its own, and the tenant's field is always the same.
      const wanted = role === 'pointer' || role === 'foreign key' ? conventions.mongo.reference : convention
      if (wanted === undefined || field.named !== undefined || field.role === 'tenant') return []
      return wears(field.at, wanted, field.list === true) ? [] : [`${field.at}: the name of a ${role}`]
    })
    expect(bare).toEqual([])
  })
})
