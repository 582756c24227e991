import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PostgresServer, query, startPostgres } from '../../../support/postgres-server.ts'
import { load, sqlOf } from '../sql-of.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import { app, backup, libraryModel, makeLibrary, owner, system } from './library/library.ts'

describe('a look-up compares as the column does, whatever collation its caller brings', () => {
  let library: GuardedDatabase

  beforeAll(async () => {
    library = await makeLibrary()
  })
  afterAll(() => library?.stop())

  const letters = [...'abcdefghijklmnopqrstuvwxyz@.-']
  const ignored = letters.map((letter) => ` = '${letter}'`).join('')
  const withCollation = [
    `SET LOCAL ROLE ${app}`,
    `CREATE COLLATION pg_temp.all_alike
       (provider = icu, locale = 'und', deterministic = false, rules = $$&[last tertiary ignorable]${ignored}$$)`,
    'RESET ROLE',
  ]
  const asCaller = `
    DO $$ BEGIN
      EXECUTE replace(pg_get_functiondef('stowage.find_librarians_by_email'::regproc), ' COLLATE pg_catalog."default"', '');
    END $$`
  const everybody = `SELECT * FROM stowage.find_librarians_by_email('' COLLATE pg_temp.all_alike)`

  test('so one to which all letters are alike finds nobody', async () => {
    expect(await library.attempt(everybody, { as: app, after: withCollation })).toMatchObject({ count: 0 })
    const taken = { as: app, after: [...withCollation, asCaller] }
    expect(await library.attempt(everybody, taken)).toMatchObject({ count: 2 })
  })

  test('and still reads the index of the column', async () => {
    const [found] = await library.run(`SELECT prosrc FROM pg_proc WHERE proname = 'find_libraries_by_mark'`)
    const body = String(found?.prosrc).replace('$1', `'N'`)
    const after = ['SET LOCAL enable_seqscan = off', 'SET LOCAL enable_bitmapscan = off']
    expect(await library.attempt(`EXPLAIN (COSTS off) ${body}`, { as: system, after })).toMatchObject({
      rows: [
        { 'QUERY PLAN': expect.stringMatching(/Index.* using libraries_mark_key/) },
        { 'QUERY PLAN': expect.stringContaining('Index Cond') },
      ],
    })
  })
})

describe('what is there before the file is run', () => {
  let server: PostgresServer

  beforeAll(async () => {
    server = await startPostgres({ cluster: 'own' })
    await query(server.url, 'CREATE ROLE plain LOGIN CREATEROLE')
  }, 60_000)
  afterAll(() => server?.stop())

  let made = 0

  /** An empty database of its own; its address as the superuser and as somebody plain who owns it. */
  async function emptyDatabase(): Promise<{ readonly superuser: string; readonly plain: string }> {
    made += 1
    const name = `empty_${made}`
    await query(server.url, `CREATE DATABASE ${name} OWNER plain TEMPLATE template0`)
    const url = new URL(server.url)
    url.pathname = `/${name}`
    const superuser = url.href
    url.username = 'plain'
    return { superuser, plain: url.href }
  }

  /** The file with roles of their own: roles belong to the whole server. */
  const named = (prefix: string): string => sqlOf(libraryModel).replaceAll('guarded_library_', `${prefix}_`)
  const role = (name: string, prefix: string): string => name.replace('guarded_library', prefix)

  test.each([
    ['taken', app, system, ''],
    ['owned', app, owner, ' WITH INHERIT FALSE, SET TRUE'],
    ['copied', system, backup, ''],
  ])('an existing role that is a member of another is refused: %s', async (prefix, member, held, options) => {
    const [below, above] = [role(member, prefix), role(held, prefix)]
    // By way of a third role, as it happens where groups are granted to groups.
    for (const name of [below, above, `${prefix}_group`]) await query(server.url, `CREATE ROLE ${name}`)
    await query(server.url, `GRANT ${above} TO ${prefix}_group; GRANT ${prefix}_group TO ${below}${options}`)
    const { superuser } = await emptyDatabase()
    await expect(load(superuser, named(prefix))).rejects.toMatchObject({
      code: '0P000',
      message: expect.stringContaining(`the role ${below} is a member of ${above}`),
    })
    await query(server.url, `REVOKE ${prefix}_group FROM ${below}`)
    await expect(load(superuser, named(prefix))).resolves.toEqual([])
  })

  test('a schema public to which everybody may add is refused by who cannot close it, and closed by who can', async () => {
    const { superuser, plain } = await emptyDatabase()
    await query(superuser, 'ALTER SCHEMA public OWNER TO postgres; GRANT CREATE ON SCHEMA public TO PUBLIC')
    await expect(load(plain, named('open'))).rejects.toMatchObject({
      code: '42501',
      message: 'everybody may make objects in the schema public, and plain may not change that',
    })
    await query(superuser, 'ALTER SCHEMA public OWNER TO pg_database_owner')
    expect(await load(plain, named('open'))).toHaveLength(1)
    const [open] = await query(superuser, `SELECT has_schema_privilege('public', 'public', 'CREATE') AS open`)
    expect(open).toEqual({ open: false })
  })

  describe('what the owner gives to everybody by default', () => {
    const toEverybody = `
      SELECT relation.relname AS name FROM pg_class AS relation, LATERAL aclexplode(relation.relacl) AS entry
      WHERE relation.relnamespace IN ('public'::regnamespace, 'stowage'::regnamespace) AND entry.grantee = 0
      GROUP BY 1 ORDER BY 1`
    const generous = `ALTER DEFAULT PRIVILEGES FOR ROLE ${role(owner, 'generous')} GRANT ALL ON TABLES TO PUBLIC`

    beforeAll(() => query(server.url, `CREATE ROLE ${role(owner, 'generous')}`))

    test('is taken from each table, view and partition, those of coming months too', async () => {
      const { superuser } = await emptyDatabase()
      await query(superuser, generous)
      await load(superuser, named('generous'))
      await query(superuser, 'SELECT stowage.ensure_partitions(9)')
      expect(await query(superuser, toEverybody)).toEqual([])
    })

    test('would be there if it were not', async () => {
      const { superuser } = await emptyDatabase()
      await query(superuser, generous)
      await load(
        superuser,
        named('generous')
          .replace(/^REVOKE ALL ON [^(]* FROM PUBLIC;$/gm, '')
          .replace(/^.*'REVOKE ALL ON.*$/gm, ''),
      )
      const names = (await query(superuser, toEverybody)).map(({ name }) => name)
      expect(names).toEqual(expect.arrayContaining(['books', 'lifecycle_moves', 'live_books', 'visits_default']))
    })
  })

  describe('what somebody has put into the schema public while everybody might', () => {
    const planted = `
      GRANT CREATE ON SCHEMA public TO PUBLIC;
      SET ROLE clerk;
      CREATE FUNCTION public.alike(varchar, varchar) RETURNS boolean LANGUAGE sql AS 'SELECT true';
      CREATE OPERATOR public.~ (LEFTARG = varchar, RIGHTARG = varchar, FUNCTION = public.alike)`
    // Its arguments fit better than those of PostgreSQL's own, which takes a bigint.
    const called = `
      CREATE FUNCTION public.hashtextextended(text, integer) RETURNS bigint LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION 'ran as %', current_user; END $$`

    beforeAll(() => query(server.url, 'CREATE ROLE clerk'))

    test('is not called by the file, and refused, since checks would call it', async () => {
      const { superuser } = await emptyDatabase()
      await query(superuser, `${planted}; ${called}`)
      await expect(load(superuser, named('planted'))).rejects.toMatchObject({
        code: '55000',
        message:
          'the schema public holds what somebody else has made: public.alike(character varying,character varying)',
      })
    })

    test('is let be where it is the work of who runs the file', async () => {
      const { superuser } = await emptyDatabase()
      await query(superuser, `CREATE FUNCTION public.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'`)
      await expect(load(superuser, named('planted'))).resolves.toEqual([])
    })
  })
})
