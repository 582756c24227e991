import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { updateStaging } from '../../generator/cli/site/staging.ts'
import { runCli } from '../cli/run-cli.ts'
import { runToSuccess } from '../support/run-process.ts'
import { filesBelow, TemporaryFolder, textsBelow } from '../support/temporary-folder.ts'

const main = resolve('generator/cli/main.ts')

function clinic(): TemporaryFolder {
  const folder = new TemporaryFolder()
  cpSync('test/cases/clinic/spec', join(folder.path, 'spec'), { recursive: true })
  return folder
}

test('a folder with files of somebody is never written to', async () => {
  using project = clinic()
  for (const out of ['spec', '.', '..', 'spec/stowage.yaml']) {
    const { code, err } = await runCli(project.path, ['docs', '--out', out])
    expect(code, out).toBe(2)
    expect(err, out).toMatch(/nothing was written|the project itself|it is a file/)
  }
  expect(filesBelow(project.path)).toEqual(filesBelow('test/cases/clinic/spec').map((path) => `spec/${path}`))
})

test('a folder that would be lost or cannot be made is refused', async () => {
  using project = clinic()
  project.write([
    { path: 'checkout/.git/HEAD', text: 'ref: refs/heads/main\n' },
    { path: 'checkout/.stowage-site', text: '' },
  ])
  for (const [out, why] of [
    ['checkout', 'is a checkout of Git'],
    ['.stowage', 'that folder is for making it'],
    ['.stowage/site/out', 'that folder is for making it'],
    ['spec/stowage.yaml/site', 'is no folder'],
  ] as const) {
    const { code, err } = await runCli(project.path, ['docs', '--out', out])
    expect(code, out).toBe(2)
    expect(err, out).toContain(why)
  }
})

test('nothing is written through a link in the folder where the site is made', () => {
  using folder = new TemporaryFolder()
  folder.write([
    { path: 'mine/page.md', text: 'mine' },
    { path: 'site/old.md', text: 'old' },
  ])
  for (const name of ['public', '.astro']) symlinkSync(join(folder.path, 'mine'), join(folder.path, 'site', name))
  symlinkSync(join(folder.path, 'mine/page.md'), join(folder.path, 'site/site.json'))
  const files = ['site.json', 'public/page.md'].map((path) => ({ path, text: 'made' }))
  updateStaging(join(folder.path, 'site'), { files, copies: [] })
  expect(textsBelow(join(folder.path, 'mine'))).toEqual(new Map([['page.md', 'mine']]))
  expect(filesBelow(join(folder.path, 'site'))).toEqual(['public/page.md', 'site.json'])
})

test('a mistake in the command is told in a line', async () => {
  using project = clinic()
  expect((await runCli(project.path, ['docs'])).err).toContain('where should the site go?')
  expect((await runCli(project.path, ['docs', '--out', 'x', '--base', 'a b'])).err).toContain('Write a path')
  expect((await runCli(project.path, ['docs', '--out', 'x', '--base', '..'])).err).toContain('Write a path')
  expect((await runCli(project.path, ['docs', '--serve', '--port', '99999'])).err).toContain('from 1 to 65535')
  expect((await runCli(project.path, ['docs', '--out', 'x', '--pages', 'nowhere'])).err).toContain('there is no folder')
})

test('the site of a small spec', { tags: ['full'], timeout: 300_000 }, async () => {
  using project = clinic()
  project.write([
    { path: 'pages/index.md', text: '# The clinic\n\nSee [the data](../generated/docs/overview.md).\n' },
    { path: 'pages/guides/first.md', text: '# A first guide\n\nSomething about zebrafish.\n' },
    { path: 'pages/contents.yaml', text: '- group: Guides\n  pages: [guides/first.md]\n' },
  ])
  const argv = ['docs', '--pages', 'pages', '--base', '/clinic/']
  // As a process of its own: the test runner's variables of the environment are those of a build, too.
  const env = { PATH: process.env.PATH, HOME: project.path, PUPPETEER_EXECUTABLE_PATH: '/nowhere' }
  const build = async (out: string): Promise<void> => {
    const options = { cwd: project.path, env, timeout: 200_000 }
    const { err } = await runToSuccess(process.execPath, [main, ...argv, '--out', out], options)
    expect(err).toMatch(/site +\d+ pages/)
  }
  await build('one')
  const out = join(project.path, 'one')
  const pages = filesBelow(out).filter((path) => path.endsWith('.html'))
  for (const page of pages) {
    const html = readFileSync(join(out, page), 'utf8')
    expect(html, page).toContain("script-src 'self' 'wasm-unsafe-eval';")
    // The policy stands before whatever could run, and no script stands in the page itself.
    expect(html.indexOf('content-security-policy'), page).toBeLessThan(html.indexOf('<script'))
    expect(html, page).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/)
    expect(html, page).not.toMatch(/<[a-z]+[^>]*\son[a-z]+=/i)
    expect(html, page).toMatch(/<html lang="en"/)
    expect(html.match(/<h1[\s>]/g), page).toHaveLength(1)
  }
  expect(brokenLinks(out, pages, '/clinic/')).toEqual([])
  expect(readdirSync(join(out, 'pagefind'))).toContain('pagefind.js')
  // A second time it replaces what it made, and makes the same.
  await build('one')
  await build('two')
  expect(textsBelow(join(project.path, 'two'))).toEqual(textsBelow(out))
})

/** Addresses within the site that lead to nothing, anchors too. */
function brokenLinks(out: string, pages: readonly string[], base: string): readonly string[] {
  const files = new Set(filesBelow(out))
  const anchors = new Map<string, ReadonlySet<string>>()
  const html = new Map(pages.map((page) => [page, readFileSync(join(out, page), 'utf8')]))
  for (const [page, text] of html) {
    anchors.set(page, new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id)))
  }
  return [...html].flatMap(([page, text]) =>
    [...text.matchAll(/\s(?:href|src)="([^"]*)"/g)].flatMap(([, target = '']) => {
      if (/^[a-z]+:/.test(target)) return []
      const [path = '', anchor] = target.split('#')
      const file = path === '' ? page : fileAt(path.slice(base.length))
      if (!path.startsWith(base) && path !== '') return [`${page}: ${target}`]
      if (!files.has(file)) return [`${page}: ${target}`]
      // What stands behind # is the explorer's own.
      const isAnchor = anchor !== undefined && anchor !== '' && !anchor.startsWith('/')
      return isAnchor && anchors.get(file)?.has(decodeURIComponent(anchor)) === false ? [`${page}: ${target}`] : []
    }),
  )
}

function fileAt(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}
