import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findFiles } from '../../generator/cli/foreign/find-files.ts'
import { loadPgParser, type PgParser } from '../../generator/foreign/sql/pg-parser.ts'
import { readSql } from '../../generator/foreign/sql/read-sql.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'
import { type PostgresServer, query, startPostgres } from '../support/postgres-server.ts'
import { attempts } from '../support/run-marks.ts'
import { accepted, emptied, type Inventory, inventoryIn, inventoryOf } from './postgres-catalog.ts'
import { history } from './random-statements.ts'

const folder = join(import.meta.dirname, 'histories')
const histories = globSync('*/', { cwd: folder })
  .map((name) => name.replace(/\/$/, ''))
  .sort()

let server: PostgresServer
let parser: PgParser

beforeAll(async () => {
  server = await startPostgres()
  parser = await loadPgParser()
})

afterAll(async () => {
  await server.stop()
})

beforeEach(async () => {
  await emptied(server.url)
})

/** What we say a history leaves behind. */
function read(files: readonly SourceFile[]): Inventory {
  const found: string[] = []
  const schema = readSql(files, parser, ({ message }) => void found.push(message))
  expect(found).toEqual([])
  return inventoryOf(schema)
}

describe('PostgreSQL holds what we say a history of migrations leaves behind', () => {
  test('there are histories', () => {
    expect(histories.length).toBeGreaterThan(4)
  })

  test.each(histories)('%s', async (name) => {
    const files = findFiles(join(folder, name), ['.'], '.sql').map(({ path, bytes }) => ({
      path,
      text: new TextDecoder().decode(bytes),
    }))
    for (const { text } of files) await query(server.url, text)
    const inventory = await inventoryIn(server.url)
    expect(read(files)).toEqual(inventory)
    expect(inventory.length).toBeGreaterThan(3)
  })

  test('the reference migrations', { tags: ['full'] }, async () => {
    const paths = globSync('generated/provider-db/prisma/migrations/*/migration.sql').sort()
    const files = paths.map((path) => ({ path, text: readFileSync(path, 'utf8') }))
    for (const { text } of files) await query(server.url, text)
    // The partitions are made by a function, whose body is not read.
    const all = await inventoryIn(server.url)
    const inventory = all.filter((line) => !/\bstowage\.\w+_(\d{4}_\d{2}|default)\b/.test(line))
    expect(inventory.length).toBeGreaterThan(500)
    expect(read(files)).toEqual(inventory)
  })

  test('any statements that it accepts', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(history, async (tried) => {
        await emptied(server.url)
        const statements = await accepted(server.url, tried)
        run += statements.length
        expect(read([{ path: 'all.sql', text: `${statements.join(';\n')};\n` }])).toEqual(await inventoryIn(server.url))
      }),
      { numRuns: attempts(60, 8) },
    )
    expect(run).toBeGreaterThan(10)
  })
})
