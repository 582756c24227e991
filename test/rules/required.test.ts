import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { analyze } from '../../generator/analyze.ts'
import { requiredRuleCodes } from '../../generator/diagnostic/codes.ts'
import { emitters } from '../../generator/emit/index.ts'
import { generate } from '../../generator/generate.ts'
import { inPostgres } from '../../generator/model/lookup.ts'
import type { Model } from '../../generator/model/model.ts'
import { rules } from '../../generator/rules/index.ts'
import { Workshop } from '../emit/package/generated-package.ts'
import { prismaFilesOf } from '../emit/prisma/spec-of.ts'
import { load, sqlOf } from '../emit/sql/sql-of.ts'
import { sourcesIn } from '../support/analyze-folder.ts'
import { type PostgresServer, query, startPostgres } from '../support/postgres-server.ts'
import { readPrisma } from '../support/prisma-engine.ts'

const required: readonly string[] = requiredRuleCodes
const answerable = rules.flatMap(({ code, severity }) =>
  severity === 'error' && !required.includes(code) ? [code] : [],
)

/** A spec in which a rule finds something, taken as where somebody answered for that. */
function answered(code: string): Model {
  const { model, diagnostics } = analyze(sourcesIn(join(import.meta.dirname, code, 'invalid')))
  if (model === undefined || diagnostics.length === 0) throw new Error(`nothing is wrong with the spec of ${code}`)
  return model
}

function folderOf(code: string): string {
  return code.replace('/', '-')
}

let server: PostgresServer
const workshop = new Workshop()

beforeAll(async () => {
  server = await startPostgres({ cluster: 'own' })
}, 60_000)

afterAll(async () => {
  workshop.remove()
  await server?.stop()
})

/** What PostgreSQL says to the SQL of a model, in an empty database: nothing where it is content. */
async function remarks(model: Model): Promise<readonly string[]> {
  const url = new URL(server.url)
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await query(url.href, `CREATE DATABASE ${name} TEMPLATE template0`)
  url.pathname = `/${name}`
  return await load(url.href, sqlOf(model))
}

/** A finding that may be answered for must leave a model from which everything can be made. */
describe.each(answerable)('a spec in which %s is answered for', (code) => {
  const model = answered(code)

  test('is emitted whole', () => {
    expect(generate(model, emitters).length).toBeGreaterThan(3)
  })

  test('is one that PostgreSQL and Prisma take', async () => {
    if (inPostgres(model).length === 0) return
    expect(readPrisma(prismaFilesOf(model)).errors).toBeUndefined()
    expect(await remarks(model)).toEqual([])
  })
})

test('the packages of all of them pass the strict compiler', { timeout: 600_000, tags: ['every'] }, async () => {
  await workshop.writeAllWithClients(answerable.map((code) => [folderOf(code), answered(code)]))
  const [first = ''] = answerable
  const settings = JSON.parse(readFileSync(join(workshop.folder, folderOf(first), 'provider-db/tsconfig.json'), 'utf8'))
  const compilerOptions = { ...settings.compilerOptions, rootDir: '.', noEmit: true }
  workshop.write([{ path: 'tsconfig.json', text: JSON.stringify({ compilerOptions, include: ['*/provider-db/src'] }) }])
  expect(workshop.compile('.')).toBe('')
})

test('PostgreSQL cuts a name that is too long, so that no comment can make it fit', async () => {
  const said = await remarks(answered('postgres/identifier-too-long'))
  expect(said.join()).toContain('will be truncated')
})
