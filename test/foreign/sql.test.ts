import { describe, expect, test } from 'vitest'
import { brief, lintTexts, modelOf, projectWith } from './lint.ts'

async function found(...files: readonly string[]): Promise<readonly string[]> {
  const { diagnostics } = await lintTexts(Object.fromEntries(files.map((text, index) => [`${index + 1}.sql`, text])))
  return diagnostics.map(brief)
}

async function help(sql: string, project = projectWith()): Promise<readonly (string | undefined)[]> {
  const { diagnostics } = await lintTexts({ '1.sql': sql }, modelOf(project))
  return diagnostics.map((each) => each.help)
}

describe('each kind of name is held to its convention, at its token', () => {
  test.each([
    ['CREATE TABLE loaf (a int);', '1:14 naming/table loaf'],
    ['CREATE TABLE "Loaves" (a int);', '1:14 naming/table "Loaves"'],
    ['CREATE TABLE "loaves"."loaf" (a int);', '1:23 naming/table "loaf"'],
    ['CREATE TABLE loaf.loaf (a int);', '1:19 naming/table loaf'],
    ['CREATE TABLE loaves (a int, "bakedBy" text);', '1:29 naming/column "bakedBy"'],
    ['/* ä 🍞 */ CREATE TABLE loaves ("größe 🍞" int, "bakedBy" text);', '1:49 naming/column "bakedBy"'],
    ['CREATE TABLE loaves (baked_at timestamptz);', '1:22 naming/timestamp-suffix baked_at'],
    ['CREATE TABLE loaves (baked_at timestamp(3)[]);', '1:22 naming/timestamp-suffix baked_at'],
    ['CREATE TABLE loaves (loaf_id uuid PRIMARY KEY);', '1:22 naming/internal-id loaf_id'],
    ['CREATE TABLE loaves (code uuid, PRIMARY KEY (code));', '1:22 naming/internal-id code'],
    ['CREATE TABLE loaves (id int PRIMARY KEY, code char(26) NOT NULL UNIQUE);', '1:42 naming/public-id code'],
    [
      'CREATE TABLE loaves (code char(26) NOT NULL); CREATE UNIQUE INDEX loaves_code_key ON loaves (code);',
      '1:22 naming/public-id code',
    ],
    ['CREATE TABLE loaves (id int PRIMARY KEY, shop int REFERENCES loaves);', '1:42 naming/foreign-key-suffix shop'],
    ['CREATE TABLE loaves (id int CONSTRAINT "PK" PRIMARY KEY);', '1:40 naming/constraint "PK"'],
    ['CREATE TABLE loaves (a int, CONSTRAINT "ckA" CHECK (a > 0));', '1:40 naming/constraint "ckA"'],
    ['CREATE TABLE loaves (a int); CREATE UNIQUE INDEX CONCURRENTLY "IX" ON loaves (a);', '1:63 naming/index "IX"'],
    ['CREATE TYPE "Kind" AS ENUM (\'a\');', '1:13 naming/enum-case "Kind"'],
    ["CREATE TYPE kind.kind AS ENUM ('a', 'bC');", "1:37 naming/enum-value-case 'bC'"],
    ["CREATE TYPE kind AS ENUM ('a'); ALTER TYPE kind ADD VALUE 'B';", "1:59 naming/enum-value-case 'B'"],
    ['CREATE VIEW "Fresh" AS SELECT 1;', '1:13 naming/table "Fresh"'],
    ['CREATE MATERIALIZED VIEW "Fresh" AS SELECT 1;', '1:26 naming/table "Fresh"'],
    [`CREATE TABLE loaves (${'a'.repeat(64)} int);`, `1:22 postgres/identifier-too-long ${'a'.repeat(64)}`],
    ['ALTER TABLE loaves ADD COLUMN IF NOT EXISTS "bakedBy" text;', '1:45 naming/column "bakedBy"'],
    ['CREATE TABLE loaves (a int); ALTER TABLE loaves RENAME a TO "bC";', '1:61 naming/column "bC"'],
    [
      'CREATE TABLE loaves (a int); ALTER TABLE ONLY loaves ADD CONSTRAINT "X" UNIQUE (a);',
      '1:69 naming/constraint "X"',
    ],
  ])('%s', async (sql, expected) => {
    // Not every one of these statements gives one finding alone: `größe` has letters of its own.
    expect(await found(sql)).toContain(`1.sql:${expected}`)
  })

  test.each([
    'CREATE TABLE loaves (id uuid PRIMARY KEY, ref_id char(26) NOT NULL UNIQUE, baked_on timestamptz, day date);',
    'CREATE TABLE loaves_content (shop_id int REFERENCES shops, created_by int REFERENCES users);',
    'CREATE TABLE shop_users (shop_id int REFERENCES shops, user_id int REFERENCES users, PRIMARY KEY (shop_id, user_id));',
    'CREATE TABLE user_settings (user_id int PRIMARY KEY REFERENCES users);',
    'CREATE TABLE shops (country_code char(2) REFERENCES countries (code));',
    'CREATE TABLE a_rows (t int, id int, PRIMARY KEY (id), UNIQUE (t, id)); CREATE TABLE b_rows (t int, a_row_id int, FOREIGN KEY (t, a_row_id) REFERENCES a_rows (t, id));',
    'CREATE TEMP TABLE "Scratch" (a int);',
    'CREATE SCHEMA stowage; CREATE TABLE stowage.outbox ("position" bigint); CREATE INDEX "X" ON stowage.outbox ("position");',
    'CREATE TABLE loaves (t timestamptz, a_on timestamptz) PARTITION BY RANGE (a_on); ALTER TABLE loaves DROP COLUMN t; CREATE TABLE loaves_2026_05 PARTITION OF loaves DEFAULT;',
    'ALTER TABLE "Elsewhere" ADD COLUMN note text;',
    'DO $$ BEGIN CREATE TABLE "Unseen" (a int); END $$; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS \'SELECT 1\';',
    'GRANT SELECT ON loaves TO "Somebody"; INSERT INTO "Loaf" VALUES (1);',
    '',
    '-- nothing',
  ])('%s has no findings', async (sql) => {
    expect(await found(sql)).toEqual([])
  })

  test('a unique or an index without a name follows from its table', async () => {
    expect(
      await found('CREATE TABLE "Loaf" ("Id" int PRIMARY KEY, "B" int UNIQUE); CREATE INDEX ON "Loaf" ("B");'),
    ).toEqual(['1.sql:1:14 naming/table "Loaf"', '1.sql:1:22 naming/column "Id"', '1.sql:1:44 naming/column "B"'])
  })
})

describe('a history counts as it ends', () => {
  test('what was renamed or dropped is not told of, and a bad new name where it was given', async () => {
    const first = 'CREATE TABLE "Loaf" (id int PRIMARY KEY, "bakedAt" timestamptz, "oldName" text);'
    const second = 'ALTER TABLE "Loaf" RENAME TO loaves;\nALTER TABLE loaves RENAME COLUMN "bakedAt" TO baked_at;'
    expect(await found(first, second)).toEqual([
      '1.sql:1:29 naming/constraint PRIMARY',
      '1.sql:1:65 naming/column "oldName"',
      '2.sql:2:47 naming/timestamp-suffix baked_at',
    ])
    const third =
      'ALTER TABLE loaves DROP COLUMN "oldName", DROP CONSTRAINT "Loaf_pkey"; ALTER TABLE loaves DROP baked_at;'
    expect(await found(first, second, third)).toEqual([])
    expect(await found(first, 'DROP TABLE "Loaf";')).toEqual([])
  })

  test('a derived name that a rename has left behind is to be renamed to what it would be now', async () => {
    const sql = 'CREATE TABLE "Loaf" (id int PRIMARY KEY); ALTER TABLE "Loaf" RENAME TO loaves;'
    const mend = 'rename it in a new migration: `ALTER TABLE loaves RENAME CONSTRAINT "Loaf_pkey" TO loaves_pkey;`'
    expect(await help(sql)).toEqual([mend])
    // Also where a tool wrote it down.
    const named = 'CREATE TABLE "Loaf" (id int, CONSTRAINT "Loaf_pkey" PRIMARY KEY (id)); '
    expect(await help(`${named}ALTER TABLE "Loaf" RENAME TO loaves;`)).toEqual([mend])
    expect((await found(named)).map((each) => each.split(' ')[1])).toEqual(['naming/table'])
  })
})

describe('the help is a statement that mends it', () => {
  test.each([
    ['CREATE TABLE app."Loaf" (a int);', 'ALTER TABLE app."Loaf" RENAME TO loaves;'],
    ['CREATE TABLE loaves ("createdAt" timestamptz);', 'ALTER TABLE loaves RENAME COLUMN "createdAt" TO created_on;'],
    ['CREATE TABLE loaves (createdat timestamptz);', 'ALTER TABLE loaves RENAME COLUMN createdat TO created_on;'],
    ['CREATE TABLE loaves (shopid int REFERENCES shops);', 'ALTER TABLE loaves RENAME COLUMN shopid TO shop_id;'],
    ['CREATE TABLE loaves (shop int REFERENCES shops);', 'ALTER TABLE loaves RENAME COLUMN shop TO shop_id;'],
    ['CREATE TABLE app.loaves (a int); CREATE INDEX "IX" ON app.loaves (a);', 'ALTER INDEX app."IX" RENAME TO ix;'],
    ["CREATE TYPE k AS ENUM ('It''sIt');", "ALTER TYPE k RENAME VALUE 'It''sIt' TO 'it_s_it';"],
    ['CREATE VIEW "V" AS SELECT 1;', 'ALTER VIEW "V" RENAME TO v;'],
  ])('%s', async (sql, statement) => {
    expect(new Set(await help(sql))).toEqual(new Set([`rename it in a new migration: \`${statement}\``]))
  })

  test('but where the name is taken, or no case knows its letters, a person chooses', async () => {
    expect(await help('CREATE TABLE loaves ("bA" int, b_a int);')).toEqual([
      '`b_a` would follow the convention but is taken: choose another name',
    ])
    expect(await help('CREATE TABLE loaves ("Größe" int);')).toEqual(['choose another name'])
  })
})

describe('a spec with users', () => {
  const model = modelOf(
    projectWith('include: [all.yaml]\ntenancy: { entity: Shop, field: shop, user: Baker }\n'),
    `domain: Bakery
entities:
  Shop:  { tenancy: self, postgres: { fields: { id: { type: uuid, primary: true } } } }
  Baker: { postgres: { fields: { id: { type: uuid, primary: true } } } }
`,
  )

  test('a reference to one says what was done', async () => {
    const sql = 'CREATE TABLE loaves (reviewer_id uuid REFERENCES bakers, baker_id uuid REFERENCES bakers);'
    const { diagnostics } = await lintTexts({ '1.sql': sql }, model)
    expect(diagnostics.map((each) => [brief(each), each.help])).toEqual([
      [
        '1.sql:1:22 naming/user-ref-suffix reviewer_id',
        'rename it in a new migration: `ALTER TABLE loaves RENAME COLUMN reviewer_id TO reviewed_by;`, after what the user did, such as `reviewed_by`',
      ],
      [
        '1.sql:1:58 naming/user-ref-suffix baker_id',
        'choose another name, after what the user did, such as `reviewed_by`',
      ],
    ])
  })
})

test('a table of users whose name is a keyword', async () => {
  const model = modelOf(
    projectWith(
      'include: [all.yaml]\ntenancy: { entity: Shop, field: shop, user: User }\nconventions: { postgres: { table: { number: singular } } }\n',
    ),
    `domain: Bakery
entities:
  Shop: { tenancy: self, postgres: { fields: { id: { type: uuid, primary: true } } } }
  User: { postgres: { fields: { id: { type: uuid, primary: true } } } }
`,
  )
  const { diagnostics } = await lintTexts({ '1.sql': 'CREATE TABLE loaf (editor_id int REFERENCES "user");' }, model)
  expect(diagnostics.map(({ code }) => code)).toEqual(['naming/user-ref-suffix'])
})

describe("the project's say", () => {
  const sql = 'CREATE TABLE loaf (id int PRIMARY KEY, baked_at timestamptz);'

  test('conventions of its own, shown at their place', async () => {
    const project = projectWith(
      'conventions: { postgres: { table: { number: singular }, roles: { timestamp: { suffix: _at } } } }\n',
    )
    expect((await lintTexts({ '1.sql': sql }, modelOf(project))).diagnostics).toEqual([])
    const wrong = await lintTexts({ '1.sql': 'CREATE TABLE loaves (a int);' }, modelOf(project))
    expect(wrong.diagnostics[0]?.related?.map(({ span }) => span.file.path)).toEqual(['stowage.yaml'])
  })

  test('levels', async () => {
    const project = projectWith('rules: { levels: { naming/table: off, naming/timestamp-suffix: warning } }\n')
    const { diagnostics } = await lintTexts({ '1.sql': sql }, modelOf(project))
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['naming/timestamp-suffix', 'warning']])
  })

  test('a comment answers for the next line, with its reason; one without answers for nothing', async () => {
    const text = (reason: string): string =>
      `-- stowage-ignore-next-line naming/table${reason}\nCREATE TABLE loaf (id int PRIMARY KEY);`
    const { diagnostics, suppressed } = await lintTexts({ '1.sql': text(' -- the till asks for it') })
    expect(diagnostics).toEqual([])
    expect(suppressed.map(({ suppression }) => suppression.reason)).toEqual(['the till asks for it'])
    const without = await lintTexts({ '1.sql': text('') })
    expect(without.diagnostics.map(({ code }) => code)).toEqual(['suppress/missing-reason', 'naming/table'])
  })
})

describe('what PostgreSQL cannot read', () => {
  test('is told at its word, and all other statements and files are read', async () => {
    expect(
      await found("SELECT 'ü 🍞';\nCREAT TABLE x (a int);\nCREATE TABLE loaf (a int);", 'CREATE TABLE bun (a int);'),
    ).toEqual(['1.sql:2:1 foreign/sql-syntax CREAT', '1.sql:3:14 naming/table loaf', '2.sql:1:14 naming/table bun'])
  })

  test.each([
    ["CREATE TABLE loaves (a text DEFAULT 'open);", "1.sql:1:37 foreign/sql-syntax 'open);"],
    ['CREATE TABLE loaves (a int', '1.sql:1:26 foreign/sql-syntax t'],
    ['CREATE TABLE loaves (a int;\nCREATE TABLE bun (a int);', '1.sql:1:26 foreign/sql-syntax t'],
    ['SELECT 1;\0', '1.sql:1:10 foreign/sql-syntax \0'],
  ])('%j', async (sql, expected) => {
    expect((await found(sql))[0]).toBe(expected)
  })

  test('commands of psql are told, rows of COPY and what pg_dump adds are not', async () => {
    const dump = `\\restrict abc
SET search_path = '';
CREATE TABLE public.loaf (a int);
COPY public.loaf (a) FROM stdin;
1
it's; a "row
\\.
CREATE TABLE public.bun (a int);
\\i more.sql
SELECT 1 \\gexec
\\unrestrict abc
`
    expect(await found(dump)).toEqual([
      '1.sql:3:21 naming/table loaf',
      '1.sql:8:21 naming/table bun',
      '1.sql:9:1 foreign/psql-command \\i more.sql',
      '1.sql:10:10 foreign/psql-command \\gexec',
    ])
  })

  test('a file that is no text', async () => {
    const { diagnostics } = await lintTexts({
      '1.sql': new Uint8Array([0x53, 0xff, 0x45]),
      '2.sql': new Uint8Array([0xff, 0xfe, 0x53, 0x00]),
      '3.sql': new Uint8Array(17 * 1_048_576),
    })
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'foreign/unreadable-file: the file cannot be checked: it is not UTF-8',
      'foreign/unreadable-file: the file cannot be checked: it is UTF-16: save it as UTF-8',
      'foreign/unreadable-file: the file cannot be checked: it has 17 MB, and 16 MB are the most',
    ])
  })

  test('a file full of mistakes is given up after twenty', async () => {
    expect((await found('no sql;\n'.repeat(1_000))).length).toBe(20)
  })
})
