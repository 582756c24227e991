import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { soundModel } from '../../support/analyze-folder.ts'
import { outputOf } from './trial.ts'

// Below the repository, so that the packages are found.
const root = join(process.cwd(), '.tmp', `conformance-types-${process.pid}`)

afterAll(() => rmSync(root, { recursive: true, force: true }))

const options = {
  target: 'es2024',
  lib: ['es2024'],
  module: 'nodenext',
  types: ['node'],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
}

/** What those who read a file of facts take it for. */
const factTypes: readonly (readonly [RegExp, string])[] = [
  [
    /expected\/project\.json$/,
    `import type { ConventionFacts, MixinFact, StoreFacts, TenancyFacts, ValueTypeFact } from './facts.ts'
export const facts: {
  readonly about: string
  readonly domains: readonly string[]
  readonly enums: Readonly<Record<string, readonly string[]>>
  readonly valueTypes: readonly ValueTypeFact[]
  readonly mixins: readonly MixinFact[]
  readonly tenancy: TenancyFacts
  readonly stores: StoreFacts
  readonly conventions: ConventionFacts
}`,
  ],
  [
    /expected\/domains\/[^/]+\.json$/,
    `import type { CollectionDescription, JsonSchema, RoleDescription } from '../../live/mongo/catalog/mongo/description.ts'
import type { PostgresDescription } from '../../live/postgres/catalog/postgres/description.ts'
import type { CollectionFact, LifecycleFact, ObjectFact, TableFact } from '../facts.ts'
interface Shaped extends Omit<JsonSchema, 'items'> { readonly shape?: string; readonly items?: Shaped }
export const facts: {
  readonly about: string
  readonly tables: readonly TableFact[]
  readonly lifecycles: readonly LifecycleFact[]
  readonly database?: Pick<PostgresDescription, 'tables' | 'views' | 'functions'>
  readonly collections: readonly CollectionFact[]
  readonly described: readonly (Omit<CollectionDescription, 'validator'> & {
    readonly validator: Omit<Shaped, 'properties'> & { readonly properties: Readonly<Record<string, Shaped>> }
  })[]
  readonly privileges: RoleDescription['privileges']
  readonly objects: readonly ObjectFact[]
}`,
  ],
  [
    /expected\/postgres\.json$/,
    `import type { PostgresDescription } from '../live/postgres/catalog/postgres/description.ts'
export const facts: PostgresDescription & { readonly about: string }`,
  ],
  [
    /expected\/s3\.json$/,
    `import type { BucketDescription } from '../live/s3/catalog/s3/description.ts'
import type { BucketFact } from './facts.ts'
export const facts: {
  readonly about: string
  readonly buckets: readonly BucketFact[]
  readonly described: readonly BucketDescription[]
}`,
  ],
]

test('the conformance tests are sound TypeScript, in strict mode', { tags: ['full'] }, () => {
  for (const { path, text } of outputOf(soundModel('test/emit/conformance/library'))) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    // What is read at run time is believed to have the types of its readers: here it is compared with them.
    const types = factTypes.find(([file]) => file.test(path))?.[1]
    if (types !== undefined) writeFileSync(join(root, path.replace(/json$/, 'facts.ts')), `${types} = ${text}`)
  }
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['conformance'] }))
  const report = (): string => execFileSync('node_modules/.bin/tsc', ['-p', root], { encoding: 'utf8' })
  expect(report()).toBe('')
})
