import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli } from '../cli/run-cli.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { fill, projectWith } from './lint.ts'

const project = { 'stowage.yaml': projectWith() }
const loaf = 'CREATE TABLE loaf (id int PRIMARY KEY);\n'

describe('stowage lint --sql and --prisma', () => {
  test('need no more than a project file with conventions', async () => {
    using folder = new TemporaryFolder()
    fill(folder.path, {
      'stowage.yaml': projectWith('conventions: { postgres: { table: { number: singular } } }\n'),
      'migrations/1/migration.sql': loaf,
      'schema.prisma': 'model Loaf {\n  id Int @id\n\n  @@map("loaf")\n}\n',
    })
    expect(await runCli(folder.path, ['lint', '--sql', 'migrations/*/*.sql', '--prisma', 'schema.prisma'])).toEqual({
      code: 0,
      out: '',
      err: '2 files, 1 model, 1 table: no findings\n',
    })
  })

  test('exit 1 where there are errors, 0 where there are warnings', async () => {
    using folder = new TemporaryFolder()
    fill(folder.path, { ...project, 'a.sql': loaf })
    const found = await runCli(folder.path, ['lint', '--sql', 'a.sql'])
    expect(found.code).toBe(1)
    expect(found.out).toContain('a.sql:1:14')
    fill(folder.path, { 'stowage.yaml': projectWith('rules: { levels: { naming/table: warning } }\n') })
    expect((await runCli(folder.path, ['lint', '--sql', 'a.sql'])).code).toBe(0)
    expect((await runCli(folder.path, ['lint', '--sql', 'a.sql', '--max-warnings', '0'])).code).toBe(1)
  })

  test('keep a baseline of their own, of which a run touches what it looks at', async () => {
    using folder = new TemporaryFolder()
    const schema = 'model Loaf {\n  id Int @id\n}\n'
    fill(folder.path, { ...project, 'a.sql': loaf, 's.prisma': schema })
    const both = ['lint', '--sql', 'a.sql', '--prisma', 's.prisma']
    const run = async (...argv: readonly string[]): Promise<readonly [number, string]> => {
      const { code, err } = await runCli(folder.path, argv)
      return [code, err]
    }
    const wrote = 'wrote 2 findings to stowage.foreign-baseline.json\n'
    expect(await run(...both, '--write-baseline')).toEqual([
      0,
      `2 files, 1 model, 1 table: no findings, 2 suppressed\n${wrote}`,
    ])
    expect(await run(...both)).toEqual([0, '2 files, 1 model, 1 table: no findings, 2 suppressed\n'])
    expect((await run(...both, '--no-baseline'))[0]).toBe(1)
    expect((await run('lint'))[0]).toBe(0)
    // What is new counts, and is not taken in.
    fill(folder.path, { 'b.sql': 'CREATE TABLE bun (id int PRIMARY KEY);' })
    expect((await run('lint', '--sql', '*.sql'))[0]).toBe(1)
    expect((await run('lint', '--sql', '*.sql', '--write-baseline'))[0]).toBe(1)
    // What is gone is told of and taken out; the other language's entry stays.
    fill(folder.path, { 'b.sql': 'ALTER TABLE loaf RENAME TO loaves;\nALTER INDEX loaf_pkey RENAME TO loaves_pkey;' })
    expect(await run('lint', '--sql', '*.sql')).toEqual([
      0,
      '1 finding of the baseline is gone: `stowage lint --sql ... --write-baseline` removes it\n2 files, 1 table: no findings\n',
    ])
    expect((await run('lint', '--sql', '*.sql', '--write-baseline'))[0]).toBe(0)
    const kept = readFileSync(join(folder.path, 'stowage.foreign-baseline.json'), 'utf8')
    expect([kept.includes('a.sql'), kept.includes('s.prisma')]).toEqual([false, true])
    // A file that cannot be read whole gives no baseline.
    fill(folder.path, { 'b.sql': 'CREATE TABEL x (a int);' })
    expect((await run('lint', '--sql', '*.sql', '--write-baseline'))[0]).toBe(1)
  })

  test('run SQL in the order of its numbers, whatever the disk says, and each file once', async () => {
    using folder = new TemporaryFolder()
    fill(folder.path, {
      ...project,
      'V2__make.sql': 'CREATE TABLE "Loaf" (id int);',
      'V10__mend.sql': 'ALTER TABLE "Loaf" RENAME TO loaves;',
    })
    expect((await runCli(folder.path, ['lint', '--sql', '*.sql', 'V2__make.sql'])).code).toBe(0)
    // In the order of the command line, where it names them one by one.
    expect((await runCli(folder.path, ['lint', '--sql', 'V10__mend.sql', 'V2__make.sql'])).code).toBe(1)
  })

  test('take folders, and files outside of the project', async () => {
    using folder = new TemporaryFolder()
    fill(folder.path, { 'app/stowage.yaml': projectWith(), 'db/a.sql': loaf, 'db/deep/b.sql': 'SELECT 1;' })
    const { code, out } = await runCli(folder.path, ['--cwd', 'app', 'lint', '--sql', '../db'])
    expect([code, /--> (.*)/.exec(out)?.[1]]).toEqual([1, '../db/a.sql:1:14'])
  })

  test('report in each format', async () => {
    using folder = new TemporaryFolder()
    fill(folder.path, { ...project, 'a.sql': loaf })
    for (const format of ['json', 'sarif', 'junit', 'github-actions', 'gitlab', 'markdown']) {
      const { code, out } = await runCli(folder.path, ['lint', '--sql', 'a.sql', '-f', format])
      expect([format, code, out.includes('naming/table') && out.includes('a.sql')]).toEqual([format, 1, true])
    }
  })

  test('write no name raw that a terminal would obey', async () => {
    using folder = new TemporaryFolder()
    const name = '\u001b[31m<script>`|](x)\u202e::error::%0A\n'
    fill(folder.path, { ...project, 'a.sql': `CREATE TABLE "${name}" ("${name}" int);` })
    for (const format of ['text', 'json', 'sarif', 'junit', 'github-actions', 'gitlab', 'markdown']) {
      const { code, out } = await runCli(folder.path, ['lint', '--sql', 'a.sql', '-f', format])
      expect([format, code, out.includes('\u001b') || out.includes('\u202e')]).toEqual([format, 1, false])
    }
  })

  test('tell nothing of the spec but what is wrong in its project file', async () => {
    using folder = new TemporaryFolder()
    const tenancy = 'include: [all.yaml]\ntenancy: { entity: Nobody, field: nobody }\n'
    fill(folder.path, {
      'stowage.yaml': projectWith(tenancy),
      'all.yaml': 'domain: Loaves\nentities:\n  loaf: {}\n',
      'a.sql': loaf,
    })
    const { code, out } = await runCli(folder.path, ['lint', '--sql', 'a.sql', '-f', 'json'])
    const report = JSON.parse(out) as { readonly diagnostics: readonly { readonly code: string }[] }
    expect(code).toBe(1)
    expect(report.diagnostics.map((each) => each.code)).toEqual(['naming/table', 'resolve/unknown-entity'])
  })

  test('say what is wrong with a project file that cannot be read at all', async () => {
    using folder = new TemporaryFolder()
    fill(folder.path, { 'stowage.yaml': 'stowage: [', 'a.sql': loaf })
    const { code, out } = await runCli(folder.path, ['lint', '--sql', 'a.sql'])
    expect([code, out.includes('stowage.yaml')]).toEqual([1, true])
  })

  test.each([
    [['--sql', 'none/*.sql'], 'no file matches "none/*.sql"'],
    [['--prisma', 'none.prisma'], 'no file matches "none.prisma"'],
    [['--prisma', 'empty'], 'no file matches "empty"'],
    [['--sql'], 'argument missing'],
    [['--sql', 'a.sql', '--fix'], "cannot be used with option '--fix'"],
    [['--sql', 'a.sql', '--fix-dry-run'], "cannot be used with option '--fix-dry-run'"],
  ])('%j exits 2', async (argv, message) => {
    using folder = new TemporaryFolder()
    fill(folder.path, { ...project, 'a.sql': loaf, 'empty/a.txt': '' })
    const { code, err } = await runCli(folder.path, ['lint', ...argv])
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })

  test('exit 2 without a project file', async () => {
    using folder = new TemporaryFolder()
    fill(folder.path, { 'a.sql': loaf })
    expect((await runCli(folder.path, ['lint', '--sql', 'a.sql'])).code).toBe(2)
  })
})

describe('what Stowage emits keeps to the conventions of its spec', () => {
  const schema = 'generated/provider-db/prisma/schema'
  const migrations = 'generated/provider-db/prisma/migrations/*/migration.sql'

  test('and no finding is missed: both are read whole', async () => {
    const { code, out, err } = await runCli(process.cwd(), ['lint', '--prisma', schema, '--sql', migrations])
    expect([code, out]).toEqual([0, ''])
    expect(err).toMatch(/^\d+ files, \d{2,} models, \d{2,} tables: no findings\n$/)
  })

  /** One name made wrong in each way, in what was emitted: each must be found, and nothing else. */
  test.each([
    ['naming/table', /^CREATE TABLE (\w+) /m, 'CREATE TABLE "Wrong" '],
    ['naming/timestamp-suffix', /^ {2}created_on( +timestamptz)/m, '  created_at$1'],
    ['naming/internal-id', /^ {2}id( +uuid)/m, '  key$1'],
  ])('%s', async (code, pattern, wrong) => {
    using folder = new TemporaryFolder()
    const [path = ''] = globSync(migrations)
    const text = readFileSync(path, 'utf8')
    // Of one table alone, up to where the next statement would miss the name that is gone.
    const at = text.search(/^CREATE TABLE \w+ \(\n {2}id /m)
    const table = text.slice(at, text.indexOf(';', at) + 1)
    expect(table).toMatch(pattern)
    fill(folder.path, {
      ...project,
      'a.sql': table,
      'b.sql': table
        .replace(pattern, wrong)
        .replaceAll(/\bid\b(?=[,)])/g, (id) => (code === 'naming/internal-id' ? 'key' : id))
        .replaceAll('(created_on', code === 'naming/timestamp-suffix' ? '(created_at' : '(created_on'),
    })
    expect((await runCli(folder.path, ['lint', '--sql', 'a.sql'])).code).toBe(0)
    const { out } = await runCli(folder.path, ['lint', '--sql', 'b.sql', '-f', 'json'])
    const report = JSON.parse(out) as { readonly diagnostics: readonly { readonly code: string }[] }
    expect(new Set(report.diagnostics.map((each) => each.code))).toEqual(new Set([code]))
  })
})

/** One name in one place of the emitted schema, and what must be found of it. */
test.each([
  ['naming/timestamp-suffix', '@map("created_on")', '@map("created_at")'],
  ['naming/table', '@@map("tenants")', '@@map("tenant")'],
  ['naming/column', '@map("ref_id")', '@map("refId")'],
  ['naming/entity-case', 'model Tenant {', 'model tenant {'],
])('%s is found in the emitted Prisma schema', async (code, from, to) => {
  using folder = new TemporaryFolder()
  const paths = globSync('generated/provider-db/prisma/schema/*.prisma')
  const texts = Object.fromEntries(paths.map((path) => [basename(path), readFileSync(path, 'utf8')]))
  const [name = ''] = Object.keys(texts).filter((path) => texts[path]?.includes(from))
  const at = (texts[name] ?? '').indexOf(from)
  const files = { ...texts, [name]: (texts[name] ?? '').replace(from, to) }
  fill(folder.path, { ...project, ...files })
  const { out } = await runCli(folder.path, ['lint', '--prisma', '.', '-f', 'json'])
  const report = JSON.parse(out) as {
    readonly diagnostics: readonly { code: string; place: { path: string; start: { offset: number } } }[]
  }
  // A reference to a user says `_by` or `_id` where no users are known, so the rest of the schema is clean here too.
  const inFile = report.diagnostics.filter((each) => each.code === code && each.place.path === name)
  expect(inFile.map(({ place }) => place.start.offset)).toEqual([
    expect.toSatisfy((offset: number) => offset >= at && offset < at + to.length),
  ])
})

test('the parser of SQL is loaded by nobody who does not ask for it', () => {
  const eager = globSync('generator/**/*.ts').filter((path) =>
    /^import (?!type\b)[^;]*?from '(libpg-query|@mrleebo\/prisma-ast)'/m.test(readFileSync(path, 'utf8')),
  )
  expect(eager).toEqual([])
  const entries = globSync('generator/{cli/program,cli/commands}/*.ts').filter((path) =>
    /^import (?!type\b).*'[./]*foreign\//m.test(readFileSync(path, 'utf8')),
  )
  expect(entries).toEqual([])
})
