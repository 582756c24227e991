import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageEmitter } from '../../../generator/emit/package/index.ts'
import { supportFiles } from '../../../generator/emit/package/support.ts'
import { peerVersions, versions } from '../../../generator/emit/package/versions.ts'
import { reservedNames } from '../../../generator/emit/typescript/reserved-names.ts'
import { soundModels } from './cases.ts'
import { packageFiles } from './generated-package.ts'

const root = join(import.meta.dirname, '../../..')
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const runtime = JSON.parse(readFileSync(join(root, 'runtime/package.json'), 'utf8'))

test('the package depends on the very versions that this repository tests with', () => {
  const known: Readonly<Record<string, string>> = {
    ...own.devDependencies,
    ...own.dependencies,
    [runtime.name]: runtime.version,
  }
  expect(versions).toEqual(Object.fromEntries(Object.keys(versions).map((name) => [name, known[name]])))
})

test('what an application brings itself is of the version that is tested here', () => {
  for (const [name, range] of Object.entries(peerVersions)) expect(range).toBe(`^${own.devDependencies[name]}`)
})

test('a name that a support file exports is reserved', () => {
  const shown = supportFiles.filter(({ path }) => !path.startsWith('live/'))
  const exported = shown.flatMap(({ text }) =>
    [...text.matchAll(/^export (?:async )?(?:const|function|class|interface|type) (\w+)/gm)].map(
      ([, name = '']) => name,
    ),
  )
  expect(exported.length).toBeGreaterThan(40)
  expect(exported.filter((name) => !reservedNames.includes(name))).toEqual([])
})

describe.each(soundModels())('%s', (_, model) => {
  const files = new Map(packageFiles(model).map(({ path, text }) => [path, text]))
  const manifest = JSON.parse(files.get('provider-db/package.json') ?? '')
  const has = (folder: string): boolean =>
    [...files.keys()].some((path) => path.startsWith(`provider-db/src/${folder}/`))

  test('package.json asks for what the sources import, and for nothing else', () => {
    const sources = [...files].filter(([path]) => path.startsWith('provider-db/src/')).map(([, text]) => text)
    const imported = sources.flatMap((text) =>
      [...text.matchAll(/from '((?:@[^/']+\/)?[^./'][^/']*)/g)].map(([, name = '']) => name),
    )
    const prisma = model.entities.some(({ postgres }) => postgres !== undefined)
    const packages = imported.filter((name) => !name.startsWith('node:'))
    const s3 = model.project.stores.s3 !== undefined
    // What the runtime takes of the stores that it finds.
    const taken = prisma ? ['pg', ...(s3 ? ['@aws-sdk/s3-request-presigner'] : [])] : []
    const wanted = new Set([...packages, ...taken])
    expect(Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).sort()).toEqual([...wanted].sort())
    for (const version of Object.values(manifest.dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(manifest.name).toBe(model.project.output.package)
  })

  test('each entry point has its source', () => {
    for (const [entry, target] of Object.entries<{ readonly default?: string }>(manifest.exports)) {
      const source = target.default?.replace('./dist/', 'provider-db/src/').replace(/\.js$/, '.ts')
      if (source !== undefined && entry !== './prisma') expect([...files.keys()]).toContain(source)
    }
    expect('./provider' in manifest.exports).toBe(has('provider'))
    expect('./testing' in manifest.exports).toBe(has('testing'))
    expect('./mongoose' in manifest.exports).toBe(has('mongoose'))
    expect('./s3' in manifest.exports).toBe(has('s3'))
    expect('./postgres' in manifest.exports).toBe(has('postgres'))
  })

  test('each file is re-exported by one index', () => {
    for (const folder of ['types', 'mongoose', 's3']) {
      const index = files.get(`provider-db/src/${folder}/index.ts`)
      const beside = [...files.keys()]
        .filter((path) => path.startsWith(`provider-db/src/${folder}/`) && !path.endsWith('/index.ts'))
        .map((path) => path.slice(`provider-db/src/${folder}/`.length))
      const listed = [...(index ?? '').matchAll(/^export \* from '\.\/(.*)'$/gm)].map(([, path]) => path)
      expect(listed.sort()).toEqual(beside.sort())
    }
  })

  test('what an entry point shows of other folders is reserved', () => {
    const indexes = [...files].filter(([path]) => path.endsWith('/index.ts')).map(([, text]) => text)
    const named = indexes.flatMap((text) =>
      [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].map(([, names = '']) => names),
    )
    const names = named.flatMap((list) => list.split(',')).map((name) => name.trim().replace(/^type /, ''))
    expect(names.filter((name) => name !== '' && !reservedNames.includes(name))).toEqual([])
  })

  test('what speaks to a store is there where the store is, with all that it imports', () => {
    for (const store of ['postgres', 'mongo', 's3']) {
      expect(has(`live/${store}`)).toBe(has(store === 'mongo' ? 'mongoose' : store))
    }
    for (const [path, text] of files) {
      if (!path.endsWith('.ts')) continue
      for (const [, target = ''] of text.matchAll(/from '(\.[^']+)'/g)) {
        const found = new URL(target, `file:///${path}`).pathname.slice(1)
        if (!found.includes('prisma-client')) expect([...files.keys()], path).toContain(found)
      }
    }
  })

  test('files say which entities they are made from', () => {
    const known = new Set(model.entities.map(({ name }) => name))
    for (const { sources } of [...packageFiles(model), ...packageEmitter.emit(model)]) {
      expect(sources.every((source) => known.has(source))).toBe(true)
      expect([...sources].sort()).toEqual(sources)
    }
  })
})
