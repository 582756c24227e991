import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from './run-cli.ts'

const project =
  'stowage: 1\nname: bakery\ninclude: [orders.yaml]\nstores: { postgres: { version: 16, url: POSTGRES_URL } }\n'
const untidy =
  '# Cakes.\nentities:\n    Cake: # sweet\n        postgres: {fields: {name: text}}\n        about: Sweet\ndomain: Orders\n'
const tidy =
  'domain: Orders\n# Cakes.\nentities:\n  Cake: # sweet\n    about: Sweet\n    postgres: { fields: { name: text } }\n'

function folderWith(folder: TemporaryFolder, orders: string): string {
  mkdirSync(join(folder.path, 'spec'))
  writeFileSync(join(folder.path, 'spec/stowage.yaml'), project)
  writeFileSync(join(folder.path, 'spec/orders.yaml'), orders)
  return folder.path
}

function orders(folder: string): string {
  return readFileSync(join(folder, 'spec/orders.yaml'), 'utf8')
}

describe('stowage format', () => {
  test('writes the files of the project that are laid out otherwise, and no other', async () => {
    using temporary = new TemporaryFolder()
    const folder = folderWith(temporary, untidy)
    expect(await runCli(folder, ['format'])).toEqual({
      code: 0,
      out: '',
      err: 'formatted 1 of 2 files:\n  spec/orders.yaml\n',
    })
    expect(orders(folder)).toBe(tidy)
    expect((await runCli(folder, ['format'])).err).toBe('2 files: nothing to format\n')
  })

  test('--check writes nothing, shows a difference and exits 1', async () => {
    using temporary = new TemporaryFolder()
    const folder = folderWith(temporary, untidy)
    const { code, out, err } = await runCli(folder, ['format', '--check'])
    expect({ code, err }).toEqual({ code: 1, err: '1 of 2 files would change: stowage format\n' })
    expect(out).toContain(
      '--- a/spec/orders.yaml\n+++ b/spec/orders.yaml\n@@ -1,6 +1,6 @@\n+domain: Orders\n # Cakes.\n',
    )
    expect(orders(folder)).toBe(untidy)
  })

  test('--check is clean where all is laid out', async () => {
    using temporary = new TemporaryFolder()
    const folder = folderWith(temporary, tidy)
    expect(await runCli(folder, ['format', '--check'])).toEqual({
      code: 0,
      out: '',
      err: '2 files: nothing to format\n',
    })
  })

  test('leaves a file alone that is no sound YAML, and formats the others', async () => {
    using temporary = new TemporaryFolder()
    const folder = folderWith(temporary, 'entities: { Cake: [ }\n')
    writeFileSync(join(folder, 'spec/stowage.yaml'), project.replace('name: bakery', 'name:   bakery'))
    const { code, err } = await runCli(folder, ['format'])
    expect(code).toBe(1)
    expect(err).toBe(
      'spec/orders.yaml is left alone: it is no sound YAML, stowage lint says why\nformatted 1 of 1 file:\n  spec/stowage.yaml\n',
    )
    expect(orders(folder)).toBe('entities: { Cake: [ }\n')
  })

  test('takes files by name, from the folder it is run in', async () => {
    using temporary = new TemporaryFolder()
    const folder = folderWith(temporary, untidy)
    expect((await runCli(join(folder, 'spec'), ['--cwd', '..', 'format', 'orders.yaml'])).err).toBe(
      'formatted 1 of 1 file:\n  spec/orders.yaml\n',
    )
    expect(orders(folder)).toBe(tidy)
    const missing = await runCli(folder, ['format', 'cakes.yaml'])
    expect(missing.code).toBe(2)
    expect(missing.err).toContain('there is no file "cakes.yaml" that can be read')
  })

  test('a link stays a link, and a file keeps its permissions', async () => {
    using temporary = new TemporaryFolder()
    const folder = folderWith(temporary, untidy)
    renameSync(join(folder, 'spec/orders.yaml'), join(folder, 'real.yaml'))
    chmodSync(join(folder, 'real.yaml'), 0o640)
    symlinkSync('../real.yaml', join(folder, 'spec/orders.yaml'))
    expect((await runCli(folder, ['format'])).code).toBe(0)
    expect(lstatSync(join(folder, 'spec/orders.yaml')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(folder, 'real.yaml'), 'utf8')).toBe(tidy)
    expect(statSync(join(folder, 'real.yaml')).mode & 0o777).toBe(0o640)
  })

  test('leaves the files of installed packages alone', async () => {
    using temporary = new TemporaryFolder()
    temporary.write([{ path: 'node_modules/shared/rules.yaml', text: untidy }])
    expect(await runCli(temporary.path, ['format', 'node_modules/shared/rules.yaml'])).toEqual({
      code: 0,
      out: '',
      err: 'node_modules/shared/rules.yaml is left alone: it belongs to an installed package\n0 files: nothing to format\n',
    })
    expect(temporary.read('node_modules/shared/rules.yaml')).toBe(untidy)
  })

  test('a diff gives the runner of GitHub Actions no commands', async () => {
    using temporary = new TemporaryFolder()
    const folder = folderWith(temporary, `${untidy}x: |\n  ::error::no\n`)
    const plain = (await runCli(folder, ['format', '--check'])).out
    const { out } = await runCli(folder, ['format', '--check'], { env: { GITHUB_ACTIONS: 'true' } })
    const [first = '', ...rest] = out.trimEnd().split('\n')
    const token = /^::stop-commands::([0-9a-f]{64})$/.exec(first)?.[1]
    expect(rest.at(-1)).toBe(`::${token}::`)
    expect(`${rest.slice(0, -1).join('\n')}\n`).toBe(plain)
    expect(plain).toContain('::error::no')
  })

  test('has nothing to do in what init writes', async () => {
    using temporary = new TemporaryFolder()
    await runCli(temporary.path, ['init'])
    expect(await runCli(temporary.path, ['format', '--check'])).toMatchObject({ code: 0, out: '' })
  })

  test('- goes from standard input to standard output', async () => {
    using temporary = new TemporaryFolder()
    expect(await runCli(temporary.path, ['format', '-'], { stdin: untidy })).toEqual({ code: 0, out: tidy, err: '' })
    expect(await runCli(temporary.path, ['format', '-', '--check'], { stdin: untidy })).toEqual({
      code: 1,
      out: '',
      err: 'standard input would change: stowage format -\n',
    })
    expect((await runCli(temporary.path, ['format', '-', '--check'], { stdin: tidy })).code).toBe(0)
    const broken = await runCli(temporary.path, ['format', '-'], { stdin: 'a: [\n' })
    expect({ code: broken.code, out: broken.out }).toEqual({ code: 1, out: '' })
  })
})
