import { describe, expect, test } from 'vitest'
import { describeDatabase } from '../../generator/catalog/postgres/describe/index.ts'
import { databaseOf } from '../../generator/catalog/postgres/index.ts'
import { compareDatabase } from '../../generator/live/postgres/compare/compare.ts'
import type { PostgresDescription, TableDescription } from '../../generator/live/postgres/description.ts'
import { printDatabase } from '../../generator/print/sql/print.ts'
import type { Database } from '../../generator/print/sql/tree.ts'
import { soundSpecs } from '../support/sound-specs.ts'
import { expressionDatabase } from './expression-database.ts'
import { readAfter } from './live-database.ts'
import { oddDatabase } from './odd-database.ts'

const specs = [...soundSpecs()].flatMap(([folder, model]): (readonly [string, Database])[] => {
  const database = databaseOf(model)
  return database === undefined ? [] : [[folder, database]]
})

describe('PostgreSQL says of a database what the description of its spec says', { tags: ['full'] }, () => {
  test('there are specs to try', () => {
    expect(specs.length).toBeGreaterThan(12)
  })

  test.each(specs)('%s', async (_, database) => {
    await agree(database)
  })

  test('names and texts that need care', async () => {
    await agree(oddDatabase)
  })

  test('every kind of condition on every type', async () => {
    const checks = expressionDatabase.sections.flatMap(({ tables }) => tables.flatMap((table) => table.checks))
    expect(checks.length).toBeGreaterThan(200)
    await agree(expressionDatabase)
  })
})

/** Loads what is printed and compares what is described: by the product's own comparison, and value by value. */
async function agree(database: Database): Promise<void> {
  const wanted = describeDatabase(database)
  const found = await readAfter(printDatabase(database), wanted)
  expect(compareDatabase(wanted, found)).toEqual([])
  expect(withoutRights(found.description)).toEqual(withoutRights(wanted))
  if (database.owner !== undefined) expect(found.description.tables).toEqual(wanted.tables)
}

/** Who owns what is left to whoever loads it where a project has no roles; everybody may use `public`. */
function withoutRights({ tables, views, functions }: PostgresDescription): object {
  const bare = ({ owner: _, grants: __, ...rest }: Partial<TableDescription>): object => rest
  return { tables: tables.map(bare), views: views.map(bare), functions: functions.map(bare) }
}
