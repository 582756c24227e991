import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { describeProvider } from '../../../generator/emit/provider/describe/describe.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { type Documents, gardenFolder, openDocuments, scopeOf } from './documents.ts'
import { isolationFaults, type RepositoryOf } from './isolation.ts'
import { type Probe, probeCommands } from './probe.ts'

let documents: Documents
let probe: Probe

beforeAll(async () => {
  probe = probeCommands(describeProvider(soundModel(gardenFolder)))
  documents = await openDocuments()
})
afterAll(async () => {
  probe?.stop()
  await documents?.close()
})
afterEach(() => {
  vi.doUnmock('../../../runtime/src/documents/own-filter.ts')
  vi.doUnmock('../../../runtime/src/documents/foreign.ts')
  vi.doUnmock('../../../runtime/src/validate/own-tenant.ts')
  vi.resetModules()
})

test('no operation of a tenant reads or changes what is another’s, and every command says whose it is', async () => {
  const repositoryOf: RepositoryOf = (tenant, member) => documents.repository(scopeOf(tenant), member)
  expect(await isolationFaults(documents, repositoryOf, probe)).toEqual([])
  expect(Object.fromEntries(probe.seen)).toMatchObject({
    aggregate: expect.any(Number),
    delete: expect.any(Number),
    distinct: expect.any(Number),
    find: expect.any(Number),
    findAndModify: expect.any(Number),
    insert: expect.any(Number),
    update: expect.any(Number),
  })
})

/** What is taken away, and what must be said of it then: in the results, or on the wire. */
const removed: readonly (readonly [name: string, file: string, instead: () => unknown, faults: readonly RegExp[]])[] = [
  [
    'readFilter',
    'documents/own-filter.ts',
    () => ({}),
    [/plant\.find reads/, /weather\.findMany reads/, /find of recipes: its filter/],
  ],
  [
    'changeFilter',
    'documents/own-filter.ts',
    () => ({}),
    [/plant\.update changes/, /recipe\.update changes/, /findAndModify of plants/],
  ],
  ['removalFilter', 'documents/own-filter.ts', () => ({}), [/recipe\.delete changes/, /delete of recipes/]],
  ['pipelineFilter', 'documents/own-filter.ts', () => ({}), [/plant\.aggregate reads/, /the first stage of aggregate/]],
  ['lookupFilter', 'documents/own-filter.ts', () => ({}), [/weather\.aggregate reads/, /the first stage of \$lookup/]],
  [
    'unionFilter',
    'documents/own-filter.ts',
    () => ({}),
    [/weather\.aggregate reads/, /the first stage of \$unionWith/],
  ],
  [
    'graphFilter',
    'documents/own-filter.ts',
    () => ({}),
    [/weather\.aggregate reads/, /the condition of \$graphLookup/],
  ],
  ['watchFilter', 'documents/own-filter.ts', () => ({}), [/watch tells/, /a change stream/]],
  [
    'demandOwnTenant',
    'documents/foreign.ts',
    () => undefined,
    [/findMany of another is not refused/, /aggregate of another/],
  ],
  [
    'withoutTenant',
    'validate/own-tenant.ts',
    (_entity?: unknown, _scope?: unknown, given?: unknown) => ({ input: given, tenant: undefined }),
    [/create for another is not refused/],
  ],
]

test.each(removed)(
  'is noticed where %s is taken out of %s',
  { tags: ['full'] },
  async (name, file, instead, faults) => {
    const path = `../../../runtime/src/${file}`
    vi.resetModules()
    vi.doMock(path, async (original) => ({ ...(await original<object>()), [name]: instead }))
    const { documentRepository } = await import('../../../runtime/src/documents/repository.ts')
    const repositoryOf: RepositoryOf = (tenant, member) =>
      documentRepository(documents.context(scopeOf(tenant)), member)
    const found = (await isolationFaults(documents, repositoryOf, probe)).join('\n')
    for (const fault of faults) expect(found).toMatch(fault)
  },
)
