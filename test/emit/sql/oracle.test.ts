import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inPostgres } from '../../../generator/model/lookup.ts'
import type { Model } from '../../../generator/model/model.ts'
import { type PostgresServer, query, startPostgres } from '../../support/postgres-server.ts'
import { prismaDrift } from '../../support/prisma-engine-live.ts'
import { soundSpecs } from '../../support/sound-specs.ts'
import { prismaFilesOf } from '../prisma/spec-of.ts'
import { load, sqlOf } from './sql-of.ts'

const specs = [...soundSpecs()].filter(([, model]) => inPostgres(model).length > 0)

/** Roles belong to a server: here they are made by one who is no superuser, so the server is this suite's own. */
let server: PostgresServer

beforeAll(async () => {
  server = await startPostgres({ cluster: 'own' })
  await query(server.url, 'CREATE ROLE plain LOGIN CREATEROLE CREATEDB')
}, 60_000)

afterAll(() => server?.stop())

/** An empty database of one's own; its address. */
async function emptyDatabase(user: 'postgres' | 'plain'): Promise<string> {
  const url = new URL(server.url)
  if (user === 'plain') url.username = user
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await query(url.href, `CREATE DATABASE ${name} TEMPLATE template0`)
  url.pathname = `/${name}`
  return url.href
}

test('there is something to load', () => {
  expect(specs.map(([folder]) => folder)).toContain('spec')
  expect(specs.length).toBeGreaterThan(10)
})

const judge = (_: string, model: Model): void => {
  const sql = sqlOf(model)
  const roles = model.project.tenancy?.roles

  test('loads as a role that may create roles and databases and is no superuser', async () => {
    // Without being a superuser nobody can let the backup role see every row.
    for (const notice of await load(await emptyDatabase('plain'), sql))
      expect(notice).toContain(`WARNING: the role ${roles?.backup} cannot be given BYPASSRLS by plain`)
  })

  test('loads as a superuser, without a word, and all that it makes is the owner’s', async () => {
    const url = await emptyDatabase('postgres')
    expect(await load(url, sql)).toEqual([])
    const owners = await query(
      url,
      `SELECT DISTINCT pg_get_userbyid(relowner) AS owner FROM pg_class
       WHERE relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'stowage'))`,
    )
    expect(owners.map(({ owner }) => owner)).toEqual([roles?.owner ?? 'postgres'])
    const [session] = await query(url, 'SELECT current_user, session_user')
    expect(session).toEqual({ current_user: 'postgres', session_user: 'postgres' })
  })

  test('makes what Prisma’s schema says, but for what Prisma is not told of', async () => {
    const url = await emptyDatabase('postgres')
    await load(url, sql)
    const drift = await prismaDrift(url, prismaFilesOf(model))
    expect(statementsIn(drift)).toEqual(untold(model).sort())
  })
}

/** Those that every run loads; the others belong to the long one. */
const always = new Set(['spec', 'test/cases/clinic/spec', 'test/cases/partition/spec'])

describe.each(specs.filter(([folder]) => always.has(folder)))('the SQL of %s', judge)
describe.each(specs.filter(([folder]) => !always.has(folder)))('the SQL of %s', { tags: ['full'] }, judge)

/** The statements of a script of Prisma's, each on one line, sorted. */
function statementsIn(script: string): readonly string[] {
  return script
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('--'))
    .sort()
}

/**
 * The only differences there may be. Prisma is not told of references to the tenant and for the books, whose back-relations
 * would slow its client down; and in a composite key it cannot say which column is emptied. Partial indexes and uniques,
 * checks, triggers, policies and views it does not see.
 */
function untold(model: Model): string[] {
  return inPostgres(model).flatMap(({ postgres }) => {
    const table = postgres.table.text
    const tenant = postgres.fields.find(({ origin }) => origin.kind === 'tenant')
    return postgres.fields.flatMap(({ type, relation, physical }): readonly string[] => {
      if (type.kind !== 'ref' || type.mode !== 'foreign_key' || relation === undefined) return []
      const target = model.byName.entities.get(type.entity)?.postgres
      if (target === undefined || target.partition !== undefined) return []
      const name = relation.constraint.text
      const drop = `ALTER TABLE "${table}" DROP CONSTRAINT "${name}";`
      if (relation.bookkeeping) return [drop]
      if (relation.onDelete !== 'set_null' || !relation.withTenant) return []
      const targetTenant = target.fields.find(({ origin }) => origin.kind === 'tenant')
      const columns = `"${tenant?.physical.text}", "${physical.text}"`
      const references = `"${target.table.text}"("${targetTenant?.physical.text}", "${target.fields[0]?.physical.text}")`
      return [
        drop,
        `ALTER TABLE "${table}" ADD CONSTRAINT "${name}" FOREIGN KEY (${columns}) REFERENCES ${references} ON DELETE NO ACTION ON UPDATE NO ACTION;`,
      ]
    })
  })
}

describe('roles, which belong to the whole server', () => {
  const project = specs.find(([folder]) => folder === 'test/cases/partition/spec')?.[1]
  const roles = project?.project.tenancy?.roles
  const sql = project === undefined ? '' : sqlOf(project)

  test.each(['SUPERUSER', 'BYPASSRLS'])(
    'one that exists and is %s is refused: no policy would bind it',
    async (power) => {
      await query(server.url, `ALTER ROLE ${roles?.app} ${power}`)
      try {
        await expect(load(await emptyDatabase('postgres'), sql)).rejects.toThrow(
          `the role ${roles?.app} is a superuser or bypasses row level security`,
        )
      } finally {
        await query(server.url, `ALTER ROLE ${roles?.app} NO${power}`)
      }
    },
  )

  test('two databases can be set up at the same time, from nothing', async () => {
    const renamed = sql.replaceAll('toll_road_', 'at_once_')
    expect(renamed).toContain('at_once_owner')
    const urls = [await emptyDatabase('postgres'), await emptyDatabase('postgres')]
    const outcomes = await Promise.allSettled(urls.map((url) => load(url, renamed)))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  })

  test('who cannot let the backup role see every row is told so, and who can does it later', async () => {
    const renamed = sql.replaceAll('toll_road_', 'at_first_')
    const bypasses = async (): Promise<unknown> =>
      (await query(server.url, "SELECT rolbypassrls FROM pg_roles WHERE rolname = 'at_first_backup'"))[0]?.rolbypassrls
    expect(await load(await emptyDatabase('plain'), renamed)).toEqual([
      expect.stringContaining('WARNING: the role at_first_backup cannot be given BYPASSRLS by plain'),
    ])
    expect(await bypasses()).toBe(false)
    expect(await load(await emptyDatabase('postgres'), renamed)).toEqual([])
    expect(await bypasses()).toBe(true)
  })

  test('none may be signed in as, only backup passes the policies, and nobody inherits them by setting up', async () => {
    const found = await query(
      server.url,
      `SELECT rolname, rolcanlogin, rolsuper, rolbypassrls FROM pg_roles WHERE rolname LIKE 'at\\_once\\_%' ORDER BY rolname`,
    )
    expect(found).toEqual(
      ['app', 'backup', 'owner', 'system'].map((role) => ({
        rolname: `at_once_${role}`,
        rolcanlogin: false,
        rolsuper: false,
        rolbypassrls: role === 'backup',
      })),
    )
    const inherited = await query(
      server.url,
      `SELECT FROM pg_auth_members WHERE member = 'plain'::regrole AND inherit_option`,
    )
    expect(inherited).toEqual([])
  })
})
