import type { Model } from '../../model/model.ts'
import type { Statement } from '../../print/typescript/tree.ts'
import type { Emitter, OutputFile } from '../emitter.ts'
import { header, packageRoot, sourceFile } from '../typescript/generated-file.ts'
import { packageManifest } from './manifest.ts'
import { readme } from './readme.ts'
import { type UsedStores, usedStores } from './stores.ts'
import { supportFiles } from './support.ts'
import { tsconfig } from './tsconfig.ts'

/** What makes a package of the other outputs: package.json, the entry point, and the hand-written support files. */
export const packageEmitter: Emitter = {
  name: 'package',
  summary: 'the package around the generated sources: package.json, tsconfig.json, entry point, support files',
  emit,
}

function emit(model: Model): readonly OutputFile[] {
  const stores = usedStores(model)
  const file = (path: string, text: string): OutputFile => ({ path: `${packageRoot}/${path}`, text, sources: [] })
  return [
    file('package.json', packageManifest(model, stores)),
    file('tsconfig.json', tsconfig()),
    file('.gitignore', gitignore(stores)),
    file('README.md', readme(model, stores)),
    sourceFile('index.ts', entryPoint(stores)),
    ...supportFiles
      .filter(({ path }) => isUsed(path, stores))
      .map(({ path, text }) => file(`src/${path}`, `// ${header}\n\n${text}`)),
  ]
}

function gitignore({ postgres }: UsedStores): string {
  return ['dist', 'node_modules', ...(postgres ? ['src/prisma-client'] : []), ''].join('\n')
}

function isUsed(path: string, stores: UsedStores): boolean {
  if (path.startsWith('live/')) return isUsedLive(path.slice('live/'.length), stores)
  if (path === 'types/lifecycle.ts') return stores.lifecycles
  if (path === 'types/row.ts') return stores.postgres
  if (path.startsWith('postgres/') || path.startsWith('testing/')) return stores.postgres
  if (path.startsWith('provider/')) return stores.postgres && isUsedByProvider(path.slice('provider/'.length), stores)
  if (path.startsWith('mongoose/')) return stores.mongo
  return path.startsWith('s3/') ? stores.s3 : true
}

/** The types of the data layer for what the spec has. */
function isUsedByProvider(path: string, stores: UsedStores): boolean {
  if (path === 'moves.ts') return stores.lifecycles
  if (path === 'documents.ts' || path === 'plain.ts') return stores.mongo
  if (path === 'split.ts') return stores.mongo || stores.s3
  return path === 'objects.ts' ? stores.s3 : true
}

/** What speaks to the servers of the stores that the package has something for. */
function isUsedLive(path: string, stores: UsedStores): boolean {
  if (path.startsWith('postgres/')) return stores.postgres
  if (path.startsWith('mongo/')) return stores.mongo
  return path.startsWith('s3/') ? stores.s3 : stores.postgres || stores.mongo || stores.s3
}

function entryPoint({ postgres, mongo, s3 }: UsedStores): readonly Statement[] {
  const modules = [
    'ids.ts',
    ...(mongo ? ['mongoose/index.ts'] : []),
    ...(postgres ? ['postgres/index.ts', 'provider/index.ts'] : []),
    ...(s3 ? ['s3/index.ts'] : []),
    'types/index.ts',
  ]
  return modules.map((path): Statement => ({ kind: 'export', moduleSpecifier: `./${path}` }))
}
