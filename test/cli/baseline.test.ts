import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../output/trees.ts'
import { runCli } from './run-cli.ts'

const project = `stowage: 1
name: orchard
include: [trees.yaml]
stores: { postgres: { version: 16, url: POSTGRES_URL } }
`
const trees = `domain: Trees
entities:
  Tree: { postgres: { table: TBL_TREE, fields: { id: { type: uuid, primary: true }, planted_at: timestamp } } }
  Crop: { postgres: { table: TBL_CROP, fields: { id: { type: uuid, primary: true }, picked_at: timestamp } } }
`
const name = 'stowage.baseline.json'

function orchard(more: Readonly<Record<string, string>> = {}): string {
  return folderWith({ 'stowage.yaml': project, 'trees.yaml': trees, ...more })
}

function edit(folder: string, path: string, from: string | RegExp, to: string): void {
  const before = readFileSync(join(folder, path), 'utf8')
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${String(from)} does not stand in ${path}`)
  writeFileSync(join(folder, path), after)
}

function baseline(folder: string): readonly { readonly code: string; readonly fingerprint: string }[] {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')).findings
}

const lint = (folder: string, ...argv: string[]): ReturnType<typeof runCli> => runCli(folder, ['lint', ...argv])

describe('a baseline', () => {
  test('holds what rules find when it is written, which then counts no more', async () => {
    const folder = orchard()
    expect((await lint(folder)).code).toBe(1)
    const written = await lint(folder, '--write-baseline')
    expect(written).toMatchObject({ code: 0, out: '' })
    expect(written.err).toContain(`wrote 4 findings to ${name}\n`)
    expect(await lint(folder)).toMatchObject({ code: 0, out: '' })
    expect((await lint(folder)).err).toContain('no findings, 4 suppressed')
    for (const command of ['generate', 'check']) expect((await runCli(folder, [command])).code).toBe(0)
  })

  test('is the same text however the files of the spec are laid out', async () => {
    const [one, other] = [orchard(), orchard()]
    const [head = '', tree = '', crop = ''] = trees.split(/(?=^ {2}\w)/m)
    writeFileSync(join(other, 'trees.yaml'), `# a comment\n${head}\n${crop}\n${tree}`)
    for (const folder of [one, other]) await lint(folder, '--write-baseline')
    const text = readFileSync(join(one, name), 'utf8')
    expect(text).toBe(readFileSync(join(other, name), 'utf8'))
    expect(text.endsWith('\n')).toBe(true)
    expect(text).not.toContain('\r')
    // One finding a line, so that a merge and a review see findings.
    expect(text.split('\n').filter((line) => line.includes('"fingerprint"'))).toHaveLength(4)
  })

  test('knows a finding again that has moved, and no other', async () => {
    const folder = orchard()
    await lint(folder, '--write-baseline')
    edit(folder, 'trees.yaml', 'entities:\n', '# Trees and what they bear.\nentities:\n\n')
    expect((await lint(folder)).out).toBe('')
    edit(folder, 'trees.yaml', 'TBL_CROP', 'TBL_FRUIT')
    const { code, out, err } = await lint(folder)
    expect(code).toBe(1)
    expect(out).toContain('table `TBL_FRUIT` must be snake_case and plural')
    expect(out).toContain('1 error, 1 fixable, in 1 of 2 files, 3 suppressed')
    expect(err).toContain('1 finding of the baseline is gone: `stowage lint --write-baseline` removes it\n')
  })

  test('only shrinks: what is gone is taken out, what is new is refused and named', async () => {
    const folder = orchard()
    await lint(folder, '--write-baseline')
    const before = baseline(folder)
    edit(folder, 'trees.yaml', 'table: TBL_TREE, ', '')
    edit(folder, 'trees.yaml', 'picked_at', 'harvested_at')
    const { code, out, err } = await lint(folder, '--write-baseline')
    expect(code).toBe(1)
    expect(out).toContain('timestamp field `harvested_at` must end in `_on`')
    expect(err).toContain(`wrote 2 findings to ${name}\n1 finding is not in the baseline, which only shrinks`)
    expect(before).toEqual(expect.arrayContaining([...baseline(folder)]))
    expect(baseline(folder)).toHaveLength(2)
  })

  test('says where nothing changed, and goes away with its last finding', async () => {
    const folder = orchard()
    await lint(folder, '--write-baseline')
    expect((await lint(folder, '--write-baseline')).err).toContain('the baseline is as it was\n')
    writeFileSync(join(folder, 'trees.yaml'), trees.replaceAll(/table: \w+, |, \w+_at: timestamp/g, ''))
    const { code, err } = await lint(folder, '--write-baseline')
    expect({ code, removed: err.includes(`the baseline is empty: removed ${name}\n`) }).toEqual({
      code: 0,
      removed: true,
    })
    expect(() => baseline(folder)).toThrow('ENOENT')
    expect((await lint(folder, '--write-baseline')).err).toContain('there is nothing for a baseline to hold')
  })

  test('stays, empty, where its last finding is gone and a new one is refused', async () => {
    const folder = orchard()
    await lint(folder, '--write-baseline')
    writeFileSync(join(folder, 'trees.yaml'), trees.replaceAll(/TBL_|_at/g, 'x_'))
    for (const said of ['wrote 0 findings', 'are not in the baseline']) {
      const { code, err } = await lint(folder, '--write-baseline')
      expect({ code, said: err.includes(said) }).toEqual({ code: 1, said: true })
      expect(baseline(folder)).toEqual([])
    }
  })

  test('lies beside the project file', async () => {
    const folder = folderWith({ 'spec/stowage.yaml': project, 'spec/trees.yaml': trees })
    expect((await lint(folder, '--write-baseline')).err).toContain(`wrote 4 findings to spec/${name}\n`)
    expect((await lint(folder)).code).toBe(0)
  })

  test('does not count with --no-baseline', async () => {
    const folder = orchard()
    const before = await lint(folder)
    await lint(folder, '--write-baseline')
    expect(await lint(folder, '--no-baseline')).toEqual(before)
    for (const command of [['check'], ['generate'], ['generate', '--check']])
      expect((await runCli(folder, [...command, '--no-baseline'])).code).toBe(1)
    expect((await lint(folder, '--no-baseline', '--write-baseline')).code).toBe(2)
  })

  test('holds no error of structure, and is not written where there is one', async () => {
    const folder = orchard()
    edit(folder, 'trees.yaml', 'planted_at: timestamp', 'planted_at: timestmap')
    const refused = await lint(folder, '--write-baseline')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('no baseline was written')
    expect(() => baseline(folder)).toThrow('ENOENT')
    edit(folder, 'trees.yaml', 'timestmap', 'timestamp')
    await lint(folder, '--write-baseline')
    const before = baseline(folder)
    edit(folder, 'trees.yaml', 'planted_at: timestamp', 'planted_at: timestmap')
    expect((await lint(folder, '--write-baseline')).code).toBe(1)
    // Rules have not looked at the broken entity: what they do not find there is not gone.
    expect(baseline(folder)).toEqual(before)
    expect((await lint(folder)).err).not.toContain('gone')
  })

  test('does not hold what a comment answers for, nor a comment that answers for nothing', async () => {
    const comment = '  # stowage-ignore-next-line naming/table, naming/column -- other systems read it\n  Tree:'
    const folder = orchard({ 'trees.yaml': trees.replace('  Tree:', comment) })
    await lint(folder, '--write-baseline')
    expect(baseline(folder).map(({ code }) => code)).toEqual([
      'naming/table',
      'naming/timestamp-suffix',
      'naming/timestamp-suffix',
    ])
    const { code, out } = await lint(folder)
    expect(code).toBe(0)
    expect(out).toContain('warning[suppress/unused]')
  })

  test('leaves what it holds to a person when the rest is mended', async () => {
    const folder = orchard()
    await lint(folder, '--write-baseline')
    edit(folder, 'trees.yaml', 'picked_at', 'harvested_at')
    await lint(folder, '--fix')
    const text = readFileSync(join(folder, 'trees.yaml'), 'utf8')
    expect(text).toContain('harvested_on')
    expect(text).toContain('planted_at')
  })
})

describe('a baseline that is damaged', () => {
  const damaged = async (text: string): Promise<string> => {
    const { code, out, err } = await lint(orchard({ [name]: text, 'trees.yaml': 'domain: Trees\n' }))
    expect(code).toBe(1)
    expect(err).not.toMatch(/^ +at /m)
    return out
  }

  test.each([
    ['a conflict', '{\n  "version": 1,\n<<<<<<< ours\n  "findings": []\n}\n', 3],
    ['a missing comma', '{\n  "version": 1\n  "findings": []\n}\n', 3],
    ['nothing', '', 1],
    ['another version', '{ "version": 2, "findings": [] }\n', 1],
    ['no list', '{\n  "version": 1,\n  "findings": "none"\n}\n', 3],
    ['a list', '[]\n', 1],
    ['an item that is none', '{\n  "version": 1,\n  "findings": [\n    {"code":"naming/table"}\n  ]\n}\n', 4],
  ])('by %s is an error at its place', async (_, text, line) => {
    const out = await damaged(text)
    expect(out).toContain('error[project/bad-baseline]: the baseline cannot be read')
    expect(out).toContain(`--> ${name}:${line}:`)
  })

  test('is not overwritten', async () => {
    const folder = orchard({ [name]: '{' })
    expect((await lint(folder, '--write-baseline')).code).toBe(1)
    expect(readFileSync(join(folder, name), 'utf8')).toBe('{')
  })
})
