import { existsSync, globSync } from 'node:fs'
import { getSchema, printSchema as printByLibrary } from '@mrleebo/prisma-ast'
import { describe, expect, test } from 'vitest'
import { inPostgres, type PostgresEntity } from '../../../generator/model/lookup.ts'
import type { Model } from '../../../generator/model/model.ts'
import { squeezed } from '../../print/prisma/squeezed.ts'
import { analyzeFolder } from '../../support/analyze-folder.ts'
import { readPrisma } from '../../support/prisma-engine.ts'
import { prismaDdl } from '../../support/prisma-engine-ddl.ts'
import { prismaFilesOf } from './spec-of.ts'

/** Every spec of the repository that compiles and has tables. */
const specs = ['spec', ...globSync('test/cases/*/spec').sort()].flatMap(
  (folder): readonly (readonly [string, Model])[] => {
    if (!existsSync(`${folder}/stowage.yaml`)) return []
    const { model, diagnostics } = analyzeFolder(folder)
    const sound = model !== undefined && diagnostics.every(({ severity }) => severity !== 'error')
    return sound && inPostgres(model).length > 0 ? [[folder, model]] : []
  },
)

test('there is something to check', () => {
  expect(specs.map(([folder]) => folder)).toContain('spec')
})

describe.each(specs)('the Prisma schema of %s', (_, model) => {
  const files = prismaFilesOf(model)
  const reading = readPrisma(files)
  const entities = inPostgres(model)

  test('is accepted by Prisma’s engine without a warning', () => {
    expect(reading.errors).toBeUndefined()
    expect(reading.warnings).toEqual([])
  })

  test('is left as it is by prisma format', () => {
    expect(reading.formatted).toEqual(files)
  })

  test('is read by prisma-ast, which would print the same, but for empty lines and columns', () => {
    for (const [, text] of files) expect(squeezed(printByLibrary(getSchema(text)))).toBe(squeezed(text))
  })

  test('has a column for each field, of the right need and number', () => {
    const tables = new Map(reading.models.map((one) => [one.dbName ?? one.name, one]))
    expect([...tables.keys()].sort()).toEqual(entities.map(({ postgres }) => postgres.table.text).sort())
    for (const { postgres } of entities) {
      const columns = tables.get(postgres.table.text)?.fields.filter(({ kind }) => kind !== 'object') ?? []
      const found = columns.map(({ name, dbName, isRequired, isList }) => [dbName ?? name, isRequired, isList])
      const wanted = postgres.fields.map(({ physical, optional, list, type }) => {
        const scalars = list && type.kind !== 'value'
        return [physical.text, scalars || !optional, scalars]
      })
      expect(found).toEqual(wanted)
    }
  })

  test('makes the keys, indexes and foreign keys of the model, under the model’s names, and no other', async () => {
    const ddl = await prismaDdl(files)
    const found = [...ddl.matchAll(/^CREATE (?:UNIQUE )?INDEX "([^"]+)"|ADD CONSTRAINT "([^"]+)" FOREIGN KEY/gm)]
    const names = found.map(([, index, foreignKey]) => index ?? foreignKey ?? '')
    expect(names.sort()).toEqual(entities.flatMap((entity) => namesOf(model, entity)).sort())
  })
})

function namesOf(model: Model, { postgres }: PostgresEntity): readonly string[] {
  const related = postgres.fields.flatMap(({ type, relation }) => {
    const partitioned = type.kind === 'ref' && model.byName.entities.get(type.entity)?.postgres?.partition !== undefined
    return relation?.inverse === undefined || partitioned ? [] : [relation.constraint.text]
  })
  const uniques = postgres.uniques.flatMap(({ full, name }) => (full ? [name.text] : []))
  const indexes = postgres.indexes.flatMap(({ where, name }) => (where.length === 0 ? [name.text] : []))
  return [...uniques, ...indexes, ...related]
}
