/**
 * A program of someone who uses the generated package: it must pass the strict compiler, mistakes marked as expected
 * must be found, and what it prints is looked at by the test.
 */
export const consumer: string = `import {
  Closed,
  createProvider,
  InvalidKeyError,
  models,
  newRefId,
  newUlid,
  objects,
  parseRefId,
  type RefId,
  strategyNarrative,
  type StrategyNarrativeParameters,
} from '@leadmetrics/provider-db'
import { collections, models as sameModels, type Skill } from '@leadmetrics/provider-db/mongoose'
import { type Prisma, PrismaClient } from '@leadmetrics/provider-db/prisma'
import { buckets, contractPdf } from '@leadmetrics/provider-db/s3'
import { type ActivityRow, ActivityStatus } from '@leadmetrics/provider-db/types'
import manifest from '@leadmetrics/provider-db/package.json' with { type: 'json' }
import { PrismaPg } from '@prisma/adapter-pg'
import { createConnection, type HydratedDocument } from 'mongoose'

// Keys.
const tenant: RefId<'Tenant'> = newRefId()
const parameters: StrategyNarrativeParameters = { tenant, refId: newRefId(), version: 3, object: newUlid() }
const key = strategyNarrative.key(parameters)
const parsed = strategyNarrative.parse(key)
const strategy: RefId<'Strategy'> | undefined = parsed?.refId
// @ts-expect-error the id of another entity
strategyNarrative.key({ ...parameters, tenant: parameters.refId })
// @ts-expect-error an id that nobody checked
strategyNarrative.key({ ...parameters, tenant: '01ARZ3NDEKTSV4RRFFQ69G5FAV' })
// @ts-expect-error a parameter too few
const tooFew: StrategyNarrativeParameters = { tenant, refId: newRefId(), version: 3 }
// @ts-expect-error the key of another object is another type
const other: ReturnType<typeof contractPdf.key> = key
let refused: unknown
try {
  strategyNarrative.key({ ...parameters, tenant: parseRefId(tenant), version: -1 })
} catch (error) {
  refused = error
}

// A model on a connection that is never opened.
const connection = createConnection()
const { skill: SkillModel } = models(connection)
const skill: HydratedDocument<Skill> = new SkillModel({ tenantId: tenant, key: 'seo', name: 'SEO' })
const fresh: Skill = skill.toObject()
// @ts-expect-error no such field
const noField: unknown = skill.nme
// @ts-expect-error no such state
skill.status = 'nowhere'
const faults = Object.keys(skill.validateSync()?.errors ?? {}).sort()

// A client that never connects.
const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: 'postgresql://nobody@127.0.0.1:1/none' }) })
const where: Prisma.ActivityWhereInput = { status: 'pending', tenantId: 'x' }
// @ts-expect-error no such column
const noColumn: Prisma.ActivityWhereInput = { stutus: 'pending' }
const failure = await db.activity.count({ where }).then(() => 'none', (error: unknown) => String(error))

// The data layer, which connects to nothing before it is used.
const provider = createProvider({
  postgresUrl: 'postgresql://nobody@127.0.0.1:1/none',
  mongoUrl: 'mongodb://127.0.0.1:1/none',
  s3: { region: 'nowhere', buckets: { content: 'content', contracts: 'contracts' } },
})
await provider.close()
const closed: unknown = await provider.withTenant(tenant, (db) => db.activity.count()).catch((error: unknown) => error)
const members = ['lookup', 'system', 'withTenant'].filter((name) => name in provider)

// Types.
const status: ActivityRow['status'] = 'pending'
const states: readonly string[] = Object.values(ActivityStatus)
// @ts-expect-error no such value
const noStatus: ActivityStatus = 'pendig'
// @ts-expect-error an element may be missing
const first: string = states[0]

console.log(
  JSON.stringify({
    key,
    parsed,
    template: strategyNarrative.template,
    refused: refused instanceof InvalidKeyError,
    strategy: strategy === parameters.refId,
    objects: Object.keys(objects),
    buckets: Object.keys(buckets),
    collection: SkillModel.collection.name,
    collections: collections.map(({ name }) => name),
    faults,
    fresh,
    sameModels: models === sameModels,
    failure,
    provider: { members, refused: closed instanceof Closed ? closed.name : String(closed) },
    status,
    states,
    name: manifest.name,
    unused: [tooFew, other, noField, noColumn, noStatus, first].length,
  }),
)
await db.$disconnect()
await connection.close()
`

/** The settings of someone who wants to know: what the package declares is checked too. */
export const consumerSettings: object = {
  compilerOptions: {
    target: 'es2024',
    module: 'nodenext',
    types: [],
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noImplicitOverride: true,
    noPropertyAccessFromIndexSignature: true,
    noUnusedLocals: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    resolveJsonModule: true,
    skipLibCheck: false,
    lib: ['es2024'],
  },
  files: ['consumer.ts'],
}
