import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { describeProvider } from '../../../generator/emit/provider/describe/describe.ts'
import type { Description } from '../../../runtime/src/description/description.ts'
import type { FieldDescription } from '../../../runtime/src/description/field.ts'
import { InvalidInput } from '../../../runtime/src/errors/errors.ts'
import { newUlid } from '../../../runtime/src/ids/ulid.ts'
import { newUuid7 } from '../../../runtime/src/ids/uuid.ts'
import { inputSchema } from '../../../runtime/src/validate/input-schema.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { type PostgresServer, startPostgres } from '../../support/postgres-server.ts'
import { attempts } from '../../support/run-marks.ts'
import { type Documents, gardenFolder, newTenant, openDocuments, scopeOf } from '../mongo/documents.ts'
import { applySchema } from '../support/login.ts'
import { insertRow } from './rows.ts'
import { valuesOf } from './values.ts'

// What the schema accepts the store accepts; so what the store refuses on account of a value, the schema refuses.

const description: Description = describeProvider(soundModel(gardenFolder))
const given = (fields: readonly FieldDescription[] = []): readonly FieldDescription[] =>
  fields.filter(({ kept, encrypted }) => kept === undefined && encrypted !== true)
// A reference is looked up, and one to a document is not kept as it is given.
const documentFields = given(description.entities.plant?.documents?.fields).filter(({ type }) => type.kind !== 'ref')
const columns = given(description.entities.tree?.table?.fields).filter(
  ({ type }) => type.kind !== 'ref' || type.holds !== 'object_id',
)
const base = { key: 'a', name: 'a' }
const runs = attempts(200, 50)

/** What the schema makes of one value beside others that are sound; undefined where it refuses it. */
function accepted(member: string, name: string, value: unknown): Record<string, unknown> | undefined {
  const result = inputSchema(description, member, 'create')['~standard'].validate({ ...base, [name]: value })
  if (result instanceof Promise) throw new Error('it answers at once')
  if (result.issues === undefined) return result.value
  for (const { path } of result.issues) expect(path?.[0], 'an issue of a member that is sound').toBe(name)
  return undefined
}

/** In the full run each field must have had values of both sorts, or nothing was shown. */
const tally = { accepted: 0, refused: 0 }
const count = (output: unknown): void => {
  tally[output === undefined ? 'refused' : 'accepted'] += 1
}
beforeEach(() => {
  Object.assign(tally, { accepted: 0, refused: 0 })
})
afterEach(() => {
  if (process.env.TEST_FULL !== '1' || tally.accepted + tally.refused === 0) return
  expect(tally.accepted).toBeGreaterThan(0)
  expect(tally.refused).toBeGreaterThan(0)
})

describe('rows', () => {
  let server: PostgresServer
  let client: Client
  const tenant = { id: newUuid7(), refId: newUlid() }

  beforeAll(async () => {
    const started = await startPostgres()
    if (started === undefined) throw new Error('there is no PostgreSQL')
    server = started
    await applySchema(server.url, soundModel(gardenFolder))
    client = new Client(server.url)
    await client.connect()
    await client.query('insert into gardens (id, ref_id, name) values ($1, $2, $3)', [tenant.id, tenant.refId, 'ours'])
  })
  afterAll(async () => {
    await client?.end()
    await server?.stop()
  })

  test.each(columns.map((field) => [field.name, field] as const))('%s', async (name, field) => {
    const table = description.entities.tree?.table
    if (table === undefined) throw new Error('trees are rows')
    await fc.assert(
      fc.asyncProperty(valuesOf(field, description), async (value) => {
        const output = accepted('tree', name, value)
        count(output)
        if (output !== undefined)
          expect(await insertRow(client, table, { ...output, gardenId: tenant.id })).toBeUndefined()
      }),
      { numRuns: runs },
    )
  })

  test('nothing that PostgreSQL refuses is let through, whole records of it', async () => {
    const table = description.entities.tree?.table
    if (table === undefined) throw new Error('trees are rows')
    const record = fc.record(Object.fromEntries(columns.map((field) => [field.name, valuesOf(field, description)])), {
      requiredKeys: [],
    })
    await fc.assert(
      fc.asyncProperty(record, async (input) => {
        const result = inputSchema(description, 'tree', 'create')['~standard'].validate({ ...base, ...input })
        if (result instanceof Promise || result.issues !== undefined) return
        expect(await insertRow(client, table, { ...result.value, gardenId: tenant.id })).toBeUndefined()
      }),
      { numRuns: runs },
    )
  })
})

describe('documents', () => {
  let documents: Documents
  const scope = scopeOf(newTenant())

  beforeAll(async () => {
    documents = await openDocuments()
  })
  afterAll(() => documents?.close())

  test.each(documentFields.map((field) => [field.name, field] as const))('%s', async (name, field) => {
    const collection = documents.raw('plants')
    await fc.assert(
      fc.asyncProperty(valuesOf(field, description), async (value) => {
        await collection.deleteMany({})
        const output = accepted('plant', name, value)
        count(output)
        if (output !== undefined) {
          const made = await documents.repository(scope, 'plant').create({ ...base, [name]: value })
          // What was given comes back, as the schema gives it.
          expect(made[name]).toEqual(output[name])
          expect((await documents.repository(scope, 'plant').get(String(made.refId)))[name]).toEqual(output[name])
          return
        }
        await expect(documents.repository(scope, 'plant').create({ ...base, [name]: value })).rejects.toBeInstanceOf(
          InvalidInput,
        )
      }),
      { numRuns: runs },
    )
  })
})
