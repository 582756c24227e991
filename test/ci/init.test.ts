import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '../cli/run-cli.ts'
import { filesBelow, TemporaryFolder, textsBelow } from '../support/temporary-folder.ts'

const workflow = '.github/workflows/stowage.yml'

test('a new project gets a spec and a pipeline', async () => {
  using folder = new TemporaryFolder()
  const { code, err } = await runCli(folder.path, ['init', '--ci', 'github'])
  expect(code).toBe(0)
  expect(err).toMatch(/^ {2}create {2}spec\/stowage\.yaml$/m)
  expect(err).toMatch(/^ {2}create {2}\.github\/workflows\/stowage\.yml\ncommit it with package-lock\.json/m)
  expect(folder.has(workflow)).toBe(true)
})

test('without --ci it is told of, and none is written', async () => {
  using folder = new TemporaryFolder()
  const { err } = await runCli(folder.path, ['init'])
  expect(err).toMatch(/^in continuous integration: stowage init --ci github, or gitlab$/m)
  expect(filesBelow(folder.path).filter((path) => path.startsWith('.git'))).toEqual(['.gitignore'])
  const again = await runCli(folder.path, ['init'])
  expect(again.code).toBe(2)
  expect(again.err).toContain('stowage init --ci github (or gitlab) adds a pipeline')
})

test('a project that is there gets what it lacks, and nothing of it changes', async () => {
  using folder = new TemporaryFolder()
  await runCli(folder.path, ['init'])
  const before = textsBelow(folder.path)
  const first = await runCli(folder.path, ['init', '--ci', 'gitlab'])
  expect(first).toMatchObject({ code: 0, out: '' })
  expect(first.err).toBe(
    '  create  .gitlab/stowage.yml\n  create  .gitlab-ci.yml\ncommit it with package-lock.json and what is generated\n',
  )
  folder.write([{ path: '.gitlab/stowage.yml', text: '# mine now\n' }])
  const second = await runCli(folder.path, ['init', '--ci', 'gitlab'])
  expect(second.code).toBe(0)
  expect(second.err).toBe('  kept    .gitlab/stowage.yml\n  kept    .gitlab-ci.yml\n')
  expect(folder.read('.gitlab/stowage.yml')).toBe('# mine now\n')
  folder.write([{ path: '.gitlab-ci.yml', text: 'stages: [test]\n' }])
  expect((await runCli(folder.path, ['init', '--ci', 'gitlab'])).err).toBe(
    '  kept    .gitlab/stowage.yml\n  kept    .gitlab-ci.yml: add `include: [{ local: .gitlab/stowage.yml }]` to it\n',
  )
  expect(folder.read('.gitlab-ci.yml')).toBe('stages: [test]\n')
  for (const [path, text] of before) expect(folder.read(path), path).toBe(text)
})

test('the pipeline stands at the root of the repository, and is named after its folder', async () => {
  using folder = new TemporaryFolder()
  mkdirSync(join(folder.path, '.git'))
  const shop = join(folder.path, 'services/shop')
  mkdirSync(shop, { recursive: true })
  writeFileSync(join(folder.path, 'package-lock.json'), '{}')
  const { err } = await runCli(shop, ['init', '--ci', 'github'])
  expect(err).toMatch(/^ {2}create {2}\.\.\/\.\.\/\.github\/workflows\/stowage-services-shop\.yml$/m)
  // npm locks a workspace at the root, which is where the cache is keyed by where nothing is said.
  const text = folder.read('.github/workflows/stowage-services-shop.yml')
  expect(text).not.toContain('cache-dependency-path')
  expect(text).toMatch(/^ {8}working-directory: services\/shop$/m)
})

test('a project file elsewhere is named in the pipeline', async () => {
  using folder = new TemporaryFolder()
  await runCli(folder.path, ['init'])
  renameSync(join(folder.path, 'spec/stowage.yaml'), join(folder.path, 'spec/shop.yaml'))
  await runCli(folder.path, ['init', '--ci', 'github', '--config', 'spec/shop.yaml'])
  expect(folder.read(workflow)).toContain('run: npx --no stowage check --config spec/shop.yaml -f github-actions')
  renameSync(join(folder.path, 'spec/shop.yaml'), join(folder.path, 'spec/my shop.yaml'))
  const { code, err } = await runCli(folder.path, ['init', '--ci', 'gitlab', '--config', 'spec/my shop.yaml'])
  expect([code, err]).toEqual([
    2,
    expect.stringContaining('"spec/my shop.yaml" has a name that a pipeline cannot hold'),
  ])
})

test('another package manager is told of', async () => {
  using folder = new TemporaryFolder()
  folder.write([{ path: 'pnpm-lock.yaml', text: '' }])
  const { err } = await runCli(folder.path, ['init', '--ci', 'github'])
  expect(err).toContain('the pipeline installs with npm ci, and this project has pnpm-lock.yaml')
})

test.each(["it's $\x7b{ here }}", 'two\nlines', '-rf', 'a b'])(
  'a folder named %j, which would be more than a name in a pipeline, is refused before anything is written',
  async (name) => {
    using folder = new TemporaryFolder()
    mkdirSync(join(folder.path, '.git'))
    mkdirSync(join(folder.path, name))
    const { code, err } = await runCli(join(folder.path, name), ['init', '--ci', 'github'])
    expect(code).toBe(2)
    expect(err).toContain('has a name that a pipeline cannot hold as it is; nothing was written')
    expect(filesBelow(folder.path)).toEqual([])
  },
)

test('a service that there is none of is refused', async () => {
  using folder = new TemporaryFolder()
  const { code, err } = await runCli(folder.path, ['init', '--ci', 'teamcity'])
  expect(code).toBe(2)
  expect(err).toContain('Allowed choices are github, gitlab.')
})
