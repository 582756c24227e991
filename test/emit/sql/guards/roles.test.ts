import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GuardedDatabase, insert } from './guarded-database.ts'
import { app, asNorth, asSystem, backup, ids, makeLibrary, owner, system } from './library/library.ts'

let library: GuardedDatabase

beforeAll(async () => {
  library = await makeLibrary()
})
afterAll(() => library?.stop())

const denied = { refused: true, code: '42501' }

describe('privileges', () => {
  const relations = `
    SELECT relation.relname AS name, role.rolname AS role, string_agg(entry.privilege_type, ' ' ORDER BY entry.privilege_type) AS held
    FROM pg_class AS relation, LATERAL aclexplode(relation.relacl) AS entry LEFT JOIN pg_roles AS role ON role.oid = entry.grantee
    WHERE relation.relnamespace IN ('public'::regnamespace, 'stowage'::regnamespace) AND entry.grantee <> relation.relowner
    GROUP BY 1, 2 ORDER BY 1, 2`

  test('are those that work with rows needs, table by table, and none for PUBLIC', async () => {
    const all = await library.run(relations)
    const of = (name: string) => all.filter((one) => one.name === name).map(({ role, held }) => `${role}: ${held}`)
    const changing = 'DELETE INSERT SELECT UPDATE'
    expect(of('books')).toEqual([`${app}: ${changing}`, `${backup}: SELECT`, `${system}: ${changing}`])
    expect(of('stamps')).toEqual([`${app}: INSERT SELECT`, `${backup}: SELECT`, `${system}: INSERT SELECT`])
    expect(of('genres')).toEqual([`${app}: SELECT`, `${backup}: SELECT`, `${system}: ${changing}`])
    expect(of('libraries')).toEqual([`${app}: SELECT UPDATE`, `${backup}: SELECT`, `${system}: ${changing}`])
    expect(of('live_books')).toEqual([`${app}: SELECT`, `${backup}: SELECT`, `${system}: SELECT`])
    expect(of('visits_default')).toEqual([`${backup}: SELECT`])
    expect(of('lifecycle_moves')).toEqual([`${app}: SELECT`, `${backup}: SELECT`, `${system}: SELECT`])
    expect(all.filter(({ role }) => role === null)).toEqual([])
    expect(all.filter(({ held }) => /TRUNCATE|REFERENCES|TRIGGER/.test(String(held)))).toEqual([])
  })

  test('to call a function are given to those who call it', async () => {
    const functions = await library.run(`
      SELECT function.proname AS name, coalesce(role.rolname, 'PUBLIC') AS role
      FROM pg_proc AS function, LATERAL aclexplode(coalesce(function.proacl, acldefault('f', function.proowner))) AS entry
      LEFT JOIN pg_roles AS role ON role.oid = entry.grantee
      WHERE function.pronamespace = 'stowage'::regnamespace AND entry.grantee <> function.proowner ORDER BY 1, 2`)
    const callers = new Map(Map.groupBy(functions, ({ name }) => String(name)))
    const of = (name: string) => callers.get(name)?.map(({ role }) => role) ?? []
    expect(functions.filter(({ role }) => role === 'PUBLIC')).toEqual([])
    expect(of('find_librarians_by_email')).toEqual([app])
    expect(of('ensure_partitions')).toEqual([system])
    expect(of('books_soft_delete')).toEqual([owner])
    expect(of('refuse_deletion')).toEqual([system])
    expect(functions.filter(({ role }) => role === app).map(({ name }) => name)).toEqual([
      'find_librarians_by_badge',
      'find_librarians_by_email',
      'find_libraries_by_mark',
    ])
  })

  test.each([
    ['make tables', 'CREATE TABLE public.mine ()'],
    ['make functions', `CREATE FUNCTION stowage.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`],
    ['turn triggers off', `SET session_replication_role = replica`],
    ['turn one trigger off', 'ALTER TABLE books DISABLE TRIGGER soft_delete'],
    ['drop a policy', 'DROP POLICY own_rows ON books'],
    ['write the legal moves', `INSERT INTO stowage.lifecycle_moves VALUES ('copies', 'lost', 'shelved')`],
    ['become the system', `SET ROLE ${system}`],
  ])('do not let the application %s', async (_, sql) => {
    const as = `SET LOCAL SESSION AUTHORIZATION guarded_library_clerk`
    const after = ['CREATE ROLE guarded_library_clerk LOGIN', `GRANT ${app} TO guarded_library_clerk`, as]
    expect(await library.attempt(sql, { after })).toMatchObject(denied)
  })
})

describe('the user that an application signs in as', () => {
  const signedIn = (...grants: readonly string[]): readonly string[] => [
    'CREATE ROLE guarded_library_clerk LOGIN',
    ...grants.map((grant) => `GRANT ${grant}`),
    'SET LOCAL SESSION AUTHORIZATION guarded_library_clerk',
    `SELECT set_config('app.tenant_id', '${ids.north}', true)`,
  ]
  const asClerk = `${app} TO guarded_library_clerk WITH INHERIT TRUE`
  const asked = `${system} TO guarded_library_clerk WITH INHERIT FALSE, SET TRUE`

  test('sees its tenant, though it may take on the system when it asks to', async () => {
    const after = signedIn(asClerk, asked)
    expect(await library.attempt('SELECT FROM books', { after })).toMatchObject({ count: 2 })
    const taken = [...after, `SET LOCAL ROLE ${system}`]
    expect(await library.attempt('SELECT FROM books', { after: taken })).toMatchObject({ count: 3 })
  })

  test('would see every tenant if it inherited the system: policies are for whoever has a role’s privileges', async () => {
    const after = signedIn(asClerk, `${system} TO guarded_library_clerk WITH INHERIT TRUE`)
    expect(await library.attempt('SELECT FROM books', { after })).toMatchObject({ count: 3 })
  })
})

describe('functions that triggers call', () => {
  const evil = `CREATE TRIGGER evil AFTER INSERT ON pg_temp.bait FOR EACH ROW EXECUTE FUNCTION stowage.books_soft_delete()`
  const bait = [`SET LOCAL ROLE ${app}`, 'CREATE TEMP TABLE bait (id uuid, library_id uuid)', 'RESET ROLE']

  test('are not to be had for a table of one’s own, where they would delete the rows of any tenant', async () => {
    expect(await library.attempt(evil, { ...asNorth, after: bait })).toMatchObject(denied)
    const after = [...bait, `GRANT EXECUTE ON FUNCTION stowage.books_soft_delete() TO ${app}`]
    expect(await library.attempt(evil, { ...asNorth, after })).toMatchObject({ refused: false })
  })

  test('are not led astray by what the session puts in its way', async () => {
    const after = [
      `SET LOCAL ROLE ${app}`,
      'CREATE TEMP TABLE lifecycle_moves AS SELECT * FROM stowage.lifecycle_moves',
      `INSERT INTO pg_temp.lifecycle_moves VALUES ('copies', 'ordered', 'lost')`,
      'CREATE TEMP TABLE books (id uuid, deleted_on timestamptz)',
      'CREATE DOMAIN pg_temp.text AS int',
      'CREATE DOMAIN pg_temp.uuid AS int',
      'CREATE DOMAIN pg_temp.jsonb AS int',
      'CREATE DOMAIN pg_temp.record AS int',
      'SET LOCAL search_path = pg_temp, stowage, public, pg_catalog',
      'RESET ROLE',
    ]
    const fresh = true
    const move = `UPDATE copies SET state = 'lost' WHERE id = '${ids.northCopy}'`
    expect(await library.attempt(move, { ...asNorth, after, fresh })).toMatchObject({ constraint: 'lifecycle_move' })
    const key = `UPDATE public.books SET isbn = 'other' WHERE id = '${ids.northBook}'`
    expect(await library.attempt(key, { ...asNorth, after, fresh })).toMatchObject({ constraint: 'immutable' })
    const orphan = `UPDATE authors SET deleted_on = now() WHERE id = '${ids.northAuthor}'`
    expect(await library.attempt(orphan, { ...asNorth, after, fresh })).toMatchObject({ code: '23001', table: 'books' })
  })
})

describe('what is looked up before the tenant is known', () => {
  const byEmail = (email: string): string => `SELECT * FROM stowage.find_librarians_by_email('${email}')`
  const unknown = { as: app }

  test('is found across tenants, by ids alone', async () => {
    expect(await library.attempt(byEmail('bob@south.example'), unknown)).toMatchObject({
      rows: [{ tenant_id: ids.south, ref_id: '01000000000000000000000012' }],
    })
    const [row] = await library.run(byEmail('bob@south.example'))
    expect(Object.keys(row ?? {})).toEqual(['tenant_id', 'ref_id'])
    expect(await library.attempt(byEmail('nobody@south.example'), unknown)).toMatchObject({ count: 0 })
  })

  test('is found by an id of fixed length too, and a tenant by its own mark', async () => {
    const after = [`UPDATE librarians SET badge = '01000000000000000000000777' WHERE id = '${ids.northLibrarian}'`]
    const badge = `SELECT * FROM stowage.find_librarians_by_badge('01000000000000000000000777')`
    expect(await library.attempt(badge, { ...unknown, after })).toMatchObject({ rows: [{ tenant_id: ids.north }] })
    const mark = `SELECT * FROM stowage.find_libraries_by_mark('S')`
    expect(await library.attempt(mark, unknown)).toMatchObject({ rows: [{ tenant_id: ids.south }] })
  })

  test('is found among live rows only', async () => {
    const after = [`UPDATE librarians SET deleted_on = now() WHERE id = '${ids.southLibrarian}'`]
    expect(await library.attempt(byEmail('bob@south.example'), { ...unknown, after })).toMatchObject({ count: 0 })
  })

  test('is found by nothing but its function', async () => {
    expect(await library.attempt('SELECT FROM librarians', unknown)).toMatchObject({ count: 0 })
    const own = [`GRANT CREATE ON SCHEMA stowage TO ${owner}`]
    const after = [...own, `ALTER FUNCTION stowage.find_librarians_by_email OWNER TO ${owner}`]
    expect(await library.attempt(byEmail('bob@south.example'), { ...unknown, after })).toMatchObject({ count: 0 })
  })

  test('is not redirected to a table of the session’s own', async () => {
    const after = [
      `SET LOCAL ROLE ${app}`,
      'CREATE TEMP TABLE librarians (library_id uuid, ref_id char(26), email text, deleted_on timestamptz)',
      'SET LOCAL search_path = pg_temp, public',
    ]
    expect(await library.attempt(byEmail('bob@south.example'), { ...unknown, after })).toMatchObject({ count: 1 })
  })
})

test('the system writes through the same guards as everybody', async () => {
  const outcome = await library.attempt(
    insert('copies', 940, { library_id: ids.north, book_id: ids.southBook }),
    asSystem,
  )
  expect(outcome).toMatchObject({ refused: true, code: '23503' })
})

test.each([
  ['the application', app],
  ['the system', system],
])('COPY FROM is refused for %s, since it passes policies by', async (_, as) => {
  expect(await library.attempt('COPY books FROM STDIN', { as })).toMatchObject({ refused: true, code: '0A000' })
})

test('a login that drops the policies of the application sees no row any more', async () => {
  const after = [
    'CREATE ROLE guarded_library_clerk LOGIN',
    `GRANT ${app} TO guarded_library_clerk WITH INHERIT TRUE`,
    'SET LOCAL SESSION AUTHORIZATION guarded_library_clerk',
    `DROP OWNED BY ${app}`,
    'RESET SESSION AUTHORIZATION',
  ]
  expect(await library.attempt('SELECT FROM books', { ...asNorth, after })).toMatchObject({ count: 0 })
})

describe('a foreign key that the owner adds', () => {
  const made = [
    'CREATE TABLE shelves (id int PRIMARY KEY)',
    'CREATE TABLE boards (shelf_id int)',
    'INSERT INTO boards VALUES (7)',
    ...['shelves', 'boards'].flatMap((table) => [
      `ALTER TABLE ${table} OWNER TO ${owner}`,
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`,
    ]),
  ]
  const lifted = ['boards', 'shelves'].map((table) => `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`)
  const add = 'ALTER TABLE boards ADD FOREIGN KEY (shelf_id) REFERENCES shelves'

  test('checks the rows that are there while the force of row level security is lifted, and else none', async () => {
    expect(await library.attempt(add, { as: owner, after: made })).toMatchObject({ refused: false })
    const outcome = await library.attempt(add, { as: owner, after: [...made, ...lifted] })
    expect(outcome).toMatchObject({ refused: true, code: '23503', table: 'boards' })
    const sound = [...made, 'INSERT INTO shelves VALUES (7)', ...lifted]
    expect(await library.attempt(add, { as: owner, after: sound })).toMatchObject({ refused: false })
  })
})
