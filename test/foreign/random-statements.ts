import fc from 'fast-check'

/** Few names, so that statements meet; some need quotes, some are long. */
const table = fc.constantFrom('a', 'b', '"C d"', `t${'x'.repeat(58)}`)
const columns = ['id', 'p', 'q', '"R s"', `c${'y'.repeat(58)}`] as const
const column = fc.constantFrom(...columns)
const name = fc.constantFrom('k1', 'k2', 'a_p_key', 'b_pkey', 'a_check', 'a_id_fkey', 'b_p_lower_idx')

const constraint = fc.oneof(
  column.map((of) => `UNIQUE (${of})`),
  column.map((of) => `PRIMARY KEY (${of})`),
  fc.tuple(column, column).map(([one, other]) => `UNIQUE (${one}, ${other})`),
  column.map((of) => `CHECK (${of} > 0)`),
  fc.tuple(column, column).map(([one, other]) => `CHECK (${one} > 0 OR ${other} IS NULL)`),
  // Of what has the number of columns; the target's key is `id`, where it has one.
  fc.tuple(column, table).map(([of, to]) => `FOREIGN KEY (${of}) REFERENCES ${to}`),
  fc.tuple(column, table, column).map(([of, to, key]) => `FOREIGN KEY (${of}) REFERENCES ${to} (${key})`),
)

const named = fc
  .tuple(fc.option(name, { freq: 2 }), constraint)
  .map(([as, of]) => (as === null ? of : `CONSTRAINT ${as} ${of}`))

/** All columns, each of one type, so that any may refer to any; some with keys of their own. */
const elements = fc
  .tuple(...columns.map(() => fc.constantFrom('', '', '', ' UNIQUE', ' CHECK (1 < 2)', ' NOT NULL')))
  .map((keys) => columns.map((of, at) => `${of} int${keys[at] ?? ''}`))

const createTable = fc
  .tuple(table, elements, fc.array(named, { maxLength: 4 }))
  .map(([as, all, constraints]) => `CREATE TABLE ${as} (${[...all, ...constraints].join(', ')})`)

const createIndex = fc
  .tuple(fc.option(name), table, column, column)
  .map(([as, of, one, other]) => `CREATE INDEX ${as ?? ''} ON ${of} (${one}, lower(${other}::text)) WHERE ${one} > 0`)

/** Statements about tables; some are refused, since what they name is not there or is there already. */
const statement: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: createTable },
  fc.tuple(table, table).map(([as, of]) => `CREATE TABLE ${as} (LIKE ${of} INCLUDING ALL)`),
  table.map((of) => `DROP TABLE ${of} CASCADE`),
  { weight: 2, arbitrary: fc.tuple(table, table).map(([of, to]) => `ALTER TABLE ${of} RENAME TO ${to}`) },
  fc.tuple(table, column).map(([of, as]) => `ALTER TABLE ${of} ADD COLUMN ${as} int UNIQUE CHECK (${as} > 1)`),
  { weight: 2, arbitrary: fc.tuple(table, column).map(([of, as]) => `ALTER TABLE ${of} DROP COLUMN ${as} CASCADE`) },
  fc.tuple(table, column, column).map(([of, as, to]) => `ALTER TABLE ${of} RENAME COLUMN ${as} TO ${to}`),
  { weight: 6, arbitrary: fc.tuple(table, named).map(([of, as]) => `ALTER TABLE ${of} ADD ${as}`) },
  fc.tuple(table, name).map(([of, as]) => `ALTER TABLE ${of} DROP CONSTRAINT ${as} CASCADE`),
  fc.tuple(table, name, name).map(([of, as, to]) => `ALTER TABLE ${of} RENAME CONSTRAINT ${as} TO ${to}`),
  { weight: 4, arbitrary: createIndex },
  fc.tuple(name, name).map(([as, to]) => `ALTER INDEX ${as} RENAME TO ${to}`),
  name.map((as) => `DROP INDEX ${as}`),
)

/** A history that begins with a few tables. */
export const history: fc.Arbitrary<readonly string[]> = fc
  .tuple(fc.array(createTable, { minLength: 3, maxLength: 5 }), fc.array(statement, { minLength: 10, maxLength: 40 }))
  .map(([first, rest]) => [...first, ...rest])
