import { symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emitters } from '../../generator/emit/index.ts'
import { generate } from '../../generator/generate.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { noRegistry, npmInstall, npmPack, type Packed, registryAnswers } from '../support/npm.ts'
import { runProcess, runToSuccess } from '../support/run-process.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { consumer, consumerSettings } from './consumer.ts'

const output = new TemporaryFolder()
const tarballs = new TemporaryFolder()
const project = new TemporaryFolder()
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))
let packed: Packed

beforeAll(async () => {
  const files = generate(soundModel('spec'), emitters)
  output.write(files.filter(({ path }) => path.startsWith('provider-db/')))
  // Where a person would run `npm install`: the development dependencies are those of this repository.
  symlinkSync(resolve('node_modules'), join(output.path, 'node_modules'))
  packed = await npmPack(join(output.path, 'provider-db'), tarballs.path)
}, 120_000)
afterAll(() => {
  for (const folder of [output, tarballs, project]) folder[Symbol.dispose]()
})

describe('the packed generated package', () => {
  test('holds JavaScript with its types, the schema, and nothing that is compiled', () => {
    const paths = packed.files.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['README.md', 'package.json', 'prisma/schema/base.prisma']))
    const modules = paths.filter((path) => path.startsWith('dist/'))
    const scripts = modules.filter((path) => path.endsWith('.js')).map((path) => path.slice(0, -'.js'.length))
    const types = modules.filter((path) => path.endsWith('.d.ts')).map((path) => path.slice(0, -'.d.ts'.length))
    expect(scripts.sort()).toEqual(types.sort())
    expect(scripts).toEqual(expect.arrayContaining(['dist/index', 'dist/s3/index', 'dist/prisma-client/client']))
    const others = paths.filter((path) => !path.startsWith('dist/') && !path.startsWith('prisma/schema/'))
    expect(others.sort()).toEqual(['README.md', 'package.json'])
    expect(modules.length).toBe(scripts.length + types.length)
  })
})

describe('the packed generated package in another project', () => {
  let online = false
  beforeAll(async () => {
    online = await registryAnswers()
    if (!online) return
    project.write([
      { path: 'package.json', text: '{ "private": true, "type": "module" }\n' },
      { path: 'tsconfig.json', text: JSON.stringify(consumerSettings) },
      { path: 'consumer.ts', text: consumer },
    ])
    await npmInstall(project.path, [join(tarballs.path, packed.filename)])
  }, 120_000)
  beforeEach(({ skip }) => skip(!online, noRegistry))

  test('brings nothing of the generator', () => {
    const heavy = ['ts-morph', 'typescript', 'puppeteer', 'mermaid', 'ajv', 'handlebars', 'prisma', 'stowage', 'vitest']
    expect(heavy.filter((name) => project.has(`node_modules/${name}`))).toEqual([])
  })

  test('passes the strict compiler, its own declarations too', { timeout: 120_000 }, async () => {
    const args = [join(typescript, 'bin/tsc'), '-p', '.']
    expect(await runProcess(process.execPath, args, { cwd: project.path })).toEqual({ code: 0, out: '', err: '' })
  })

  test('builds a key and reads it, makes a document and a client', async () => {
    const { out } = await runToSuccess(process.execPath, ['consumer.ts'], { cwd: project.path })
    const said = JSON.parse(out)
    const { tenant, refId, version, object } = said.parsed
    expect(said.key).toBe(`tenants/${tenant}/strategies/${refId}/v${version}/${object}.md`)
    expect(said).toMatchObject({
      refused: true,
      strategy: true,
      collection: 'skills',
      sameModels: true,
      name: '@leadmetrics/provider-db',
      buckets: ['content', 'contracts'],
    })
    expect(said.objects).toContain('Contract.pdf')
    expect(said.collections).toContain('activity_outputs')
    expect(said.fresh).toMatchObject({ tenantId: tenant, status: 'draft', revision: 0, deletedOn: null })
    expect(said.fresh.refId).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
    expect(said.faults).toEqual(['content', 'status', 'summary'])
    // It went as far as the network: everything before that works.
    expect(said.failure).toMatch(/reach|refused/i)
    expect(said.states).toContain('pending')
  })
})
