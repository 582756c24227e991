import { cpSync, existsSync, globSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { ts } from 'ts-morph'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codes } from '../../generator/diagnostic/codes.ts'
import { noRegistry, npm, npmInstall, npmPack, type Packed, registryAnswers } from '../support/npm.ts'
import { TemporaryFolder, textsBelow } from '../support/temporary-folder.ts'

const root = resolve('.')
const own = JSON.parse(readFileSync('package.json', 'utf8'))
const checkout = new TemporaryFolder()
const tarballs = new TemporaryFolder()
const project = new TemporaryFolder()
let packed: Packed

/** A copy of the checkout, so that its own `dist` is not touched while other tests run. */
function copyCheckout(): void {
  const left = new Set(['node_modules', 'dist', '.git', '.stowage', '.tmp'])
  cpSync(root, checkout.path, { recursive: true, filter: (path) => path === root || !left.has(basename(path)) })
  symlinkSync(join(root, 'node_modules'), join(checkout.path, 'node_modules'))
}

beforeAll(async () => {
  copyCheckout()
  packed = await npmPack(checkout.path, tarballs.path)
}, 120_000)
afterAll(() => {
  for (const folder of [checkout, tarballs, project]) folder[Symbol.dispose]()
})

describe('the packed tool', { tags: ['full'] }, () => {
  test('holds what runs, the pages of its codes, and nothing else', () => {
    const paths = packed.files.map(({ path }) => path)
    const built = [
      'LICENSES.txt',
      'api/rules.js',
      'api/testing.js',
      'chunks/suite.txt',
      'chunks/support.txt',
      'cli/custom-rules/import-rule-file.js',
      'cli/main.js',
    ]
    const chunk = /^dist\/chunks\/[\w-]+[.]js$/
    const pages = codes.map((code) => `docs/rules/${code}.md`)
    const theme = globSync('site/theme/**/*.*')
    const explorer = ['LICENSES.txt', 'app.css', 'app.js', 'elk-worker.js'].map((name) => `dist/site/explorer/${name}`)
    const ours = built.map((name) => `dist/${name}`)
    const wanted = ['LICENSE', 'README.md', 'package.json', ...ours, ...pages, ...theme, ...explorer]
    expect(paths.filter((path) => !path.endsWith('.d.ts') && !chunk.test(path)).sort()).toEqual(wanted.sort())
    expect(paths.filter((path) => chunk.test(path)).length).toBeGreaterThan(5)
    expect(paths.filter((path) => path.endsWith('.d.ts') && !path.startsWith('dist/'))).toEqual([])
  })

  test('has a command that can be run', () => {
    expect(own.bin).toEqual({ stowage: 'dist/cli/main.js' })
    const main = packed.files.find(({ path }) => path === 'dist/cli/main.js')
    expect((main?.mode ?? 0) & 0o111).toBe(0o111)
  })

  test('depends on what it imports and does not bring', () => {
    const texts = [...textsBelow(join(checkout.path, 'dist'))].flatMap(([path, text]) =>
      path.endsWith('.js') ? [text] : [],
    )
    const imported = texts.flatMap((text) =>
      ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName),
    )
    const packages = imported
      .filter((name) => !name.startsWith('.') && !isBuiltin(name))
      .map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      )
    expect(packages.length).toBeGreaterThan(0)
    // The data layer imports its drivers where it is given none; the commands give it those of the project.
    const drivers = ['mongoose', '@aws-sdk/client-s3', '@aws-sdk/s3-request-presigner']
    const needed = packages.filter((name) => !drivers.includes(name))
    expect(needed.filter((name) => !Object.hasOwn(own.dependencies, name))).toEqual([])
    expect(texts.filter((text) => /(from|import)"(mongoose|@aws-sdk\/)/.test(text))).toEqual([])
  })
})

describe('the packed tool in an empty folder', { tags: ['full'] }, () => {
  const stowage = (...args: string[]): ReturnType<typeof npm> =>
    npm(project.path, ['--no', '--', 'stowage', ...args], 'npx')

  let online = false
  beforeAll(async () => {
    online = await registryAnswers()
    if (online) await npmInstall(project.path, [join(tarballs.path, packed.filename)])
  }, 120_000)
  beforeEach(({ skip }) => skip(!online, noRegistry))

  test('brings nothing that draws, builds or stores', () => {
    const installed = globSync(['*', '@*/*'], { cwd: join(project.path, 'node_modules') })
    expect(installed).toContain('stowage')
    const heavy =
      /^(mermaid|puppeteer|mongoose|mongodb|ts-morph|typescript|prisma|@prisma|@mermaid-js|@aws-sdk|vitest|esbuild|vite|astro|@astrojs|react|elkjs)/
    expect(installed.filter((name) => heavy.test(name))).toEqual([])
    expect(installed.length).toBeLessThan(80)
  })

  test('makes a spec, generates from it, and has nothing to do the second time', { timeout: 120_000 }, async () => {
    const made = await stowage('init')
    expect(made.err).toContain('create  spec/stowage.yaml')
    const first = await stowage('generate')
    expect(first.err).toMatch(/^ {2}checked {3}0 errors, 0 warnings$/m)
    const output = textsBelow(join(project.path, 'generated'))
    expect([...output.keys()]).toEqual(
      expect.arrayContaining(['.manifest.json', 'docs/overview.md', 'provider-db/prisma/schema/articles.prisma']),
    )
    const second = await stowage('generate')
    expect(second.err).toMatch(/^ {2}written {3}nothing to do, \d+ unchanged$/m)
    expect(textsBelow(join(project.path, 'generated'))).toEqual(output)
    await stowage('check')
  })

  test('says who it is, and explains what it reports', async () => {
    const [version, page] = await Promise.all([stowage('--version'), stowage('explain', 'syntax/tab')])
    expect(version).toEqual({ code: 0, out: `${packed.version}\n`, err: '' })
    expect(page.out).toContain('syntax/tab')
  })

  test('passes the tests that it generates', { timeout: 300_000 }, async () => {
    const wanted: Readonly<Record<string, string>> = JSON.parse(project.read('package.json')).devDependencies
    expect(Object.keys(wanted)).toEqual(expect.arrayContaining(['vitest', 'mongoose']))
    if (process.env.TEST_FULL === '1') await npm(project.path, ['install'])
    // What is declared and nothing else, in the versions that this repository has (another test compares them).
    else for (const name of [...Object.keys(wanted), '.bin/vitest']) link(name)
    const { out } = await npm(project.path, ['test'])
    // What needs servers is left out by name; nobody has asked for it.
    const [, passed, skipped = 0] = /Tests +(\d+) passed(?: \| (\d+) skipped)? \(\d+\)/.exec(out) ?? []
    expect(Number(passed), out).toBeGreaterThan(100)
    expect(Number(skipped), out).toBeGreaterThan(20)
  })
})

function link(name: string): void {
  const target = join(project.path, 'node_modules', name)
  if (existsSync(target)) return
  mkdirSync(dirname(target), { recursive: true })
  symlinkSync(join(root, 'node_modules', name), target)
}
