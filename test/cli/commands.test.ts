import { describe, expect, test } from 'vitest'
import { codes, ruleCodes } from '../../generator/diagnostic/codes.ts'
import { folderWith, read, write } from '../output/trees.ts'
import { runCli } from './run-cli.ts'
import { amend, articles, freshProject } from './specs.ts'

describe('the command line', () => {
  test.each([
    [['genrate'], "unknown command 'genrate'\n(Did you mean generate?)"],
    [['generate', '--chekc'], "unknown option '--chekc'\n(Did you mean --check?)"],
    [['generate', 'now'], "too many arguments for 'generate'"],
    [['generate', '--check', '--force'], "'--check' cannot be used with option '--force'"],
    [['generate', '--only', 'prisma,'], 'Write names with commas between'],
    [['lint', '--format', 'xml'], 'Allowed choices are text, json'],
    [['capacity', '--tenants', '0'], 'Write a whole number, at least 1'],
    [['capacity', '--tenants', '1e9'], 'Write a whole number, at least 1'],
    [['explain'], "missing required argument 'code'"],
  ])('%j is bad usage', async (argv, text) => {
    const { code, out, err } = await runCli(freshProject(), argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(text)
    expect(err).not.toMatch(/^ +at /m)
  })

  test('help and version go to stdout', async () => {
    const help = await runCli('/', ['--help'])
    expect(help).toMatchObject({ code: 0, err: '' })
    expect(help.out).toContain(
      'Exit codes: 0 clean, 1 findings, 2 could not run, 3 a store cannot be reached or refuses.',
    )
    expect(await runCli('/', ['--version'])).toEqual({ code: 0, out: '0.1.0\n', err: '' })
  })

  test.each(['generate', 'lint', 'check', 'apply', 'verify', 'migrate', 'capacity', 'explain', 'rules', 'init'])(
    '%s has help with examples',
    async (command) => {
      const { code, out } = await runCli('/', [command, '--help'])
      expect(code).toBe(0)
      expect(out).toContain(`\nExamples:\n  $ `)
      expect(out).toContain(`stowage ${command}`)
      expect(out).toContain('--cwd <folder>')
    },
  )

  test('nothing to do is told on stderr', async () => {
    const { code, out, err } = await runCli('/', [])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('Usage: stowage')
  })

  test('a folder without a spec, a folder that is none, a project file elsewhere', async () => {
    const empty = folderWith()
    expect(await runCli(empty, ['lint'])).toEqual({
      code: 2,
      out: '',
      err: `error: there is no spec here: neither spec/stowage.yaml nor stowage.yaml exists
stowage init makes a small one; --cwd and --config name another place
`,
    })
    expect((await runCli(empty, ['lint', '--cwd', 'gone'])).err).toBe('error: there is no folder "gone"\n')
    expect((await runCli(empty, ['lint', '--config', 'gone.yaml'])).err).toBe(
      'error: there is no project file "gone.yaml"\n',
    )
    expect((await runCli(empty, ['lint', '--config', '../x.yaml'])).err).toContain('lies outside the project')
    write(empty, 'spec/stowage.yaml/x', 'a folder in its place')
    expect((await runCli(empty, ['lint'])).code).toBe(2)
  })

  test('--cwd and --config name another place, before or after the command', async () => {
    const project = freshProject()
    write(
      project,
      'other.yaml',
      read(project, 'spec/stowage.yaml')
        ?.replace('include: [', 'include: [spec/')
        ?.replace('domains/', 'spec/domains/') ?? '',
    )
    const found = expect.objectContaining({ code: 0, out: '' })
    expect(await runCli('/', ['lint', '--cwd', project])).toEqual(found)
    expect(await runCli('/', ['--cwd', project, '--config', 'other.yaml', 'lint'])).toEqual(found)
  })

  test.each([
    [{}, {}, [], false],
    [{ tty: true }, {}, [], true],
    [{ tty: true }, { NO_COLOR: '1' }, [], false],
    [{ tty: true }, { NO_COLOR: '' }, [], true],
    [{ tty: true }, { TERM: 'dumb' }, [], false],
    [{ tty: true }, {}, ['--no-color'], false],
    [{}, { FORCE_COLOR: '1' }, [], true],
    [{}, { FORCE_COLOR: '0' }, [], false],
    [{}, { FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
    [{}, { NO_COLOR: '1' }, ['--color'], true],
  ])('colours with %j, %j and %j: %s', async (surroundings, env, argv, coloured) => {
    const { out } = await runCli(freshProject(), ['rules', ...argv], { ...surroundings, env })
    expect(out.includes('\u001b[')).toBe(coloured)
  })

  test('a fault of our own is an apology, with a stack only where it is asked for', async () => {
    const broken = {
      env: {},
      now: (): number => {
        throw new Error('the clock \u001b[2J stands still')
      },
    }
    const told = await runCli(freshProject(), ['lint'], broken)
    expect(told).toMatchObject({ code: 2, out: '' })
    expect(told.err).toBe(`stowage failed, and it is not your fault: the clock <U+001B>[2J stands still
Please report it with the command and, if you can, the spec.
STOWAGE_DEBUG=1 shows where it happened.
`)
    const traced = await runCli(freshProject(), ['lint'], { ...broken, env: { STOWAGE_DEBUG: '1' } })
    expect(traced.err).toMatch(/^ +at .*run-cli|commands/m)
  })
})

describe('stowage lint', () => {
  test('of a sound spec prints no report', async () => {
    const { code, out, err } = await runCli(freshProject(), ['lint'])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toMatch(/^4 files, 4 entities: .*: no findings\n$/)
  })

  test('prints its report on stdout; errors exit 1, warnings alone 0', async () => {
    const project = freshProject()
    amend(project, articles, '        - [written_by]\n', '')
    const warned = await runCli(project, ['lint'])
    expect(warned.out).toContain('warning[postgres/foreign-key-unindexed]')
    expect(warned.code).toBe(0)
    amend(project, articles, 'ref(Member), inverse', 'ref(Membr), inverse')
    const wrong = await runCli(project, ['lint'])
    expect(wrong.out).toContain('error[resolve/unknown-entity]')
    expect(wrong).toMatchObject({ code: 1, err: '' })
  })

  test('--format json is data, also where there is nothing to tell', async () => {
    const project = freshProject()
    const none = await runCli(project, ['lint', '--format', 'json'])
    expect(JSON.parse(none.out)).toMatchObject({ version: 1, diagnostics: [], summary: { files: 4 } })
    amend(project, articles, 'ref(Member), inverse', 'ref(Membr), inverse')
    const some = await runCli(project, ['lint', '--format', 'json'])
    expect(some.code).toBe(1)
    expect(JSON.parse(some.out).diagnostics[0]).toMatchObject({
      code: 'resolve/unknown-entity',
      place: { path: articles },
    })
  })

  test('--fix mends what it can in the spec and keeps everything else', async () => {
    const project = freshProject()
    const before = read(project, articles) ?? ''
    amend(project, articles, '# yaml-language-server', '# a comment that stays\n# yaml-language-server')
    amend(project, articles, 'published_on: { type', 'published_at: { type')
    amend(project, articles, '[status, published_on desc]', '[status, published_at desc]')
    amend(project, articles, 'ref(Member), inverse', 'ref(Membr), inverse')
    const { code, out, err } = await runCli(project, ['lint', '--fix'])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toMatch(/^mended 2 findings in 1 file:\n(?: {2}1 [a-z/-]+\n){2} {2}in spec\/domains\/articles.yaml\n/)
    expect(read(project, articles)).toBe(before.replace('# yaml', '# a comment that stays\n# yaml'))
    expect((await runCli(project, ['lint', '--fix'])).err).not.toContain('mended')
  })
})

describe('stowage check', () => {
  test('does not advise what would be refused', async () => {
    const project = freshProject()
    await runCli(project, ['generate'])
    const path = 'generated/provider-db/package.json'
    write(project, path, '{}')
    const { code, out, err } = await runCli(project, ['check'])
    expect({ code, out }).toEqual({ code: 1, out: `  edited  ${path}\n` })
    expect(err).toContain('changed by hand; take the changes into the spec, then run `stowage generate --force`')
  })

  test('is lint and --check in one', async () => {
    const project = freshProject()
    const stale = await runCli(project, ['check'])
    expect(stale.code).toBe(1)
    expect(stale.out).toContain('  create  generated/')
    await runCli(project, ['generate'])
    const clean = await runCli(project, ['check'])
    expect(clean).toMatchObject({ code: 0, out: '' })
    expect(clean.err).toMatch(/files up to date\n$/)
    amend(project, articles, 'ref(Member), inverse', 'ref(Membr), inverse')
    const wrong = await runCli(project, ['check'])
    expect(wrong.code).toBe(1)
    expect(wrong.out).toContain('error[resolve/unknown-entity]')
  })
})

describe('stowage explain', () => {
  test.each(codes)('knows %s', async (code) => {
    const { code: exit, out } = await runCli('/', ['explain', code])
    expect(exit).toBe(0)
    expect(out).toContain(code)
  })

  test.each([
    ['naming/timestamp-sufix', 'did you mean naming/timestamp-suffix?'],
    ['timestamp-suffix', 'did you mean naming/timestamp-suffix?'],
    ['naming/timestamp', 'did you mean naming/timestamp-suffix?'],
    ['external-id', 'did you mean naming/external-id-prefix?'],
    ['../../package', 'stowage rules lists the rules'],
  ])('of %s: %s', async (name, hint) => {
    const { code, err } = await runCli('/', ['explain', name])
    expect(code).toBe(2)
    expect(err).toContain(hint)
  })
})

describe('stowage rules', () => {
  test('lists every rule with its level in this project', async () => {
    const project = freshProject()
    amend(
      project,
      'spec/stowage.yaml',
      '{ extends: recommended }',
      '{ extends: minimal, levels: { docs/missing-about: error } }',
    )
    const listed = JSON.parse((await runCli(project, ['rules', '--format', 'json'])).out)
    expect(listed.map((rule: { code: string }) => rule.code).sort()).toEqual([...ruleCodes].sort())
    const about = listed.find((rule: { code: string }) => rule.code === 'docs/missing-about')
    expect(about).toMatchObject({ level: 'error' })
    expect(
      listed
        .filter((rule: { preset: string }) => rule.preset === 'strict')
        .map((rule: { level: string }) => rule.level),
    ).not.toContain('warning')
    const { out } = await runCli(project, ['rules'])
    expect(out).toMatch(/^code +level +preset +fix +what it asks for\n/)
    const [rules = '', options = '', ...rest] = out.split('\n\n')
    expect(rules.split('\n')).toHaveLength(ruleCodes.length + 1)
    expect(options).toMatch(/^option of +option +value +what it is\n/)
    expect(rest).toEqual([])
  })

  test('works without a project', async () => {
    const { code, err } = await runCli(folderWith(), ['rules'])
    expect(code).toBe(0)
    expect(err).toMatch(/^\d+ rules, \d+ on \(recommended\)\n$/)
  })
})

describe('stowage init', () => {
  test('makes a spec without a finding, once', async () => {
    const folder = folderWith()
    const first = await runCli(folder, ['init'])
    expect(first).toMatchObject({ code: 0, out: '' })
    expect(first.err).toContain('next: npm install, then npm run generate, then npm test\n')
    expect((await runCli(folder, ['lint'])).err).toMatch(/no findings/)
    const again = await runCli(folder, ['init'])
    expect(again.code).toBe(2)
    expect(again.err).toContain('spec/stowage.yaml is there already; nothing was written')
  })

  test('keeps what a package.json holds and its indentation', async () => {
    const folder = folderWith({
      'package.json':
        '{\n\t"name": "mine",\n\t"scripts": { "test": "mine" },\n\t"devDependencies": { "stowage": "file:x", "vitest": "1.0.0" }\n}\n',
      '.gitignore': 'mine\n',
    })
    const { err } = await runCli(folder, ['init'])
    expect(err).toContain('  add     package.json: script generate\n')
    expect(err).toContain('  kept    .gitignore\n')
    const text = read(folder, 'package.json') ?? ''
    expect(text).toMatch(
      /^\{\n\t"name": "mine",\n\t"scripts": \{\n\t\t"test": "mine",\n\t\t"generate": "stowage generate",/,
    )
    expect(JSON.parse(text)).toMatchObject({
      scripts: { test: 'mine' },
      devDependencies: { stowage: 'file:x', vitest: '1.0.0' },
    })
    expect(read(folder, '.gitignore')).toBe('mine\n')
  })

  test.each(['{', '[]', '{"scripts": []}'])('writes nothing beside a package.json that is none: %s', async (text) => {
    const folder = folderWith({ 'package.json': text })
    const { code } = await runCli(folder, ['init'])
    expect(code).toBe(2)
    expect(read(folder, 'package.json')).toBe(text)
    expect(read(folder, 'spec/stowage.yaml')).toBeUndefined()
  })
})
