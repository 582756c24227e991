import { describe, expect, test } from 'vitest'
import { describeProvider } from '../../../generator/emit/provider/describe/describe.ts'
import { createFactories, type EntityFactory } from '../../../runtime/src/factories/factories.ts'
import { entityIn } from '../../../runtime/src/scoped/context.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { FakeDb } from './fake-db.ts'

const specs = ['spec', 'test/runtime/spec'].map((folder) => [folder, describeProvider(soundModel(folder))] as const)
const description = describeProvider(soundModel('test/runtime/spec'))

function factory(seed: number, member: string, given = description): EntityFactory {
  const found = createFactories(given, { seed })[member]
  if (found === undefined) throw new Error(`no factory of ${member}`)
  return found
}

describe.each(specs)('%s', (_, spec) => {
  test.each(Object.keys(spec.entities))(
    'every record of %s is valid over all its stores, for any seed',
    async (member) => {
      for (const seed of [1, 2, 77]) {
        const fake = new FakeDb(spec)
        await factory(seed, member, spec).createMany(fake.db, 25)
        expect(fake.of(member).length).toBeGreaterThanOrEqual(25)
      }
    },
  )

  test('what must be unique differs from record to record', async () => {
    const fake = new FakeDb(spec)
    const factories = createFactories(spec)
    for (const [member, { table, documents }] of Object.entries(spec.entities)) {
      await factories[member]?.createMany(fake.db, 30)
      const fields = (table ?? documents)?.fields ?? []
      for (const [name, members] of Object.entries((table ?? documents)?.uniques ?? {})) {
        const kinds = members.map((one) => fields.find((field) => field.name === one))
        // Enums and booleans have fewer values than there are records; what is kept is not for the factory.
        const tells = kinds.some(
          (field) => field?.type.kind === 'scalar' && field.kept === undefined && field.optional !== true,
        )
        if (!tells) continue
        const keys = fake.of(member).map(({ input }) => JSON.stringify(kinds.map((field) => valueIn(input, field))))
        expect(new Set(keys).size, `${member} ${name}`).toBe(keys.length)
      }
    }
  })
})

type Field = { readonly name: string; readonly type: { readonly kind: string; readonly relation?: string } }

function valueIn(input: Readonly<Record<string, unknown>>, field: Field | undefined): unknown {
  const value = field === undefined ? undefined : (input[field.name] ?? input[field.type.relation ?? ''])
  return typeof value === 'bigint' ? String(value) : value
}

test('the same seed gives the same values, and another one others', async () => {
  const input = async (seed: number): Promise<object> =>
    await factory(seed, 'styleGuide').input(new FakeDb(description).db)
  expect(await input(5)).toEqual(await input(5))
  expect(await input(5)).not.toEqual(await input(6))
})

test('records that are required are made first, once for a client, and shared', async () => {
  const fake = new FakeDb(description)
  const all = createFactories(description)
  await all.release?.createMany(fake.db, 3)
  await all.chapter?.create(fake.db)
  expect(fake.of('book')).toHaveLength(1)
  expect(fake.of('rendition')).toHaveLength(1)
  expect(fake.of('release').map(({ input }) => input.book)).toEqual(Array(3).fill(fake.of('book')[0]?.refId))
  const other = new FakeDb(description)
  await all.release?.create(other.db)
  expect(other.of('book')).toHaveLength(1)
})

test('a record that is given is not made, by its member or by the name of the relation', async () => {
  const refId = '01JABCDEFGHJKMNPQRSTVWXYZ0'
  for (const given of [{ book: refId }, { bookId: refId }]) {
    const fake = new FakeDb(description)
    await factory(1, 'chapter').create(fake.db, given)
    expect(fake.of('book')).toHaveLength(0)
    expect(fake.of('chapter')[0]?.input).toMatchObject(given)
  }
})

test('what belongs to no tenant is used where it is there', async () => {
  const fake = new FakeDb(description)
  const all = createFactories(description)
  await all.currency?.create(fake.db)
  await all.royaltyPayment?.create(fake.db)
  expect(fake.of('currency')).toHaveLength(1)
})

test('given values stand, in parts too, and the rest is filled around them', async () => {
  const fake = new FakeDb(description)
  await factory(1, 'manuscript').create(fake.db, {
    version: 12,
    document: { wordCount: 3 },
    objects: { body: 'Once.' },
  })
  const [made] = fake.of('manuscript')
  expect(made?.input).toMatchObject({ version: 12, document: { wordCount: 3 }, objects: { body: 'Once.' } })
  expect(Object.keys(made?.input ?? {})).toContain('book')
})

test('a state is reached by legal moves, the shortest way', async () => {
  const fake = new FakeDb(description)
  await factory(1, 'manuscript').create(fake.db, { status: 'retired' })
  expect(fake.moves).toEqual(['draft -> submitted', 'submitted -> retired'])
  expect(fake.of('manuscript')[0]?.state).toBe('retired')
})

test('a state that no moves lead to is refused', async () => {
  const fake = new FakeDb(description)
  await expect(factory(1, 'manuscript').create(fake.db, { status: 'burnt' })).rejects.toThrow(TypeError)
  expect(fake.of('manuscript')).toHaveLength(0)
})

test('objects are there, of the type and within the size that the spec says', async () => {
  const fake = new FakeDb(description)
  await factory(1, 'agreement').create(fake.db)
  const objects = fake.of('agreement')[0]?.input.objects as Readonly<Record<string, Uint8Array>>
  expect(
    Buffer.from(objects.scan ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const { maxBytes = 0 } = entityIn(description, 'agreement').objects.scan ?? {}
  expect(objects.scan?.byteLength).toBeLessThanOrEqual(maxBytes)
})
