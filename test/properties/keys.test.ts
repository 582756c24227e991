import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { objectsOf } from '../../generator/model/lookup.ts'
import { packageFiles, Workshop } from '../emit/package/generated-package.ts'
import { anyUlid, expectedKey, parametersOf, variablesOf } from '../emit/s3/parameters.ts'
import { analyzeText, errorsOf } from '../support/analyze-text.ts'

/** Paths with every form of variable, alone in a segment, beside texts, and beside one another. */
const spec = `enums:
  Shape: [round, round_big, square]
entities:
  Order:
    use: [base_fields]
    postgres:
      why: counted
      fields:
        shape: Shape
        size: int
        serial: bigint
        due: date
        batch: ulid
        slug: { type: string(40), pattern: "^[a-z0-9.-]+$" }
        word: { type: string(40), pattern: "^[A-Za-z_]+$" }
        baker: ref(Baker)
        photo_s3_key: key(plain)?
        mixed_s3_key: key(mixed)?
        dense_s3_key: key(dense)?
        dotted_s3_key: key(dotted)?
    s3:
      why: files
      objects:
        plain: { bucket: photos, path: "plain/{shape}/{size}/{serial}/{due}/{batch}/{slug}/{word}/{baker}/{object}", content_type: image/jpeg, max_size: 1MB }
        mixed: { bucket: photos, path: "mixed/v{size}-{due}/{shape}.{batch}/{ref_id}_{object}.jpg", content_type: image/jpeg, max_size: 1MB }
        dense: { bucket: photos, path: "dense/{due}{batch}{ref_id}/{size}-{shape}/{object}", content_type: image/jpeg, max_size: 1MB }
        dotted: { bucket: photos, path: "d.o-t_s/{slug}.{size}/x{word}x/{object}.tar.gz", content_type: image/jpeg, max_size: 1MB }
`

interface StoredObject {
  key(parameters: Record<string, unknown>): string
  parse(key: string): Record<string, unknown> | undefined
}

const analysis = analyzeText(spec)
const { model } = analysis
if (model === undefined) throw new Error('no model')
const objects = objectsOf(model)
const workshop = new Workshop()
let stored: Readonly<Record<string, StoredObject>> = {}

beforeAll(async () => {
  workshop.write(packageFiles(model))
  stored = (await import(workshop.url('provider-db/src/s3/index.ts'))).objects
})
afterAll(() => workshop.remove())

test('the paths hold every form of variable', () => {
  expect(errorsOf(analysis).map(({ message }) => message)).toEqual([])
  const forms = objects.flatMap(({ object }) => variablesOf(object).map(({ form }) => form))
  expect([...new Set(forms)].sort()).toEqual(['date', 'enum', 'int', 'slug', 'ulid'])
})

// Minus nought is nought to a key.
const anything = fc
  .oneof(fc.anything(), fc.string({ unit: 'binary' }), fc.webPath())
  .map((value) => (value === 0 ? 0 : value))

describe.each(objects)('keys of $object.name', ({ entity, object }) => {
  const one = (): StoredObject => {
    const found = stored[`${entity.name}.${object.name}`]
    if (found === undefined) throw new Error(`no object ${object.name}`)
    return found
  }

  test('read back as what they were built from', () => {
    fc.assert(
      fc.property(parametersOf(object, entity, model), (parameters) => {
        const key = one().key(parameters)
        expect(key).toBe(expectedKey(object, entity, model, parameters))
        expect(one().parse(key)).toEqual(parameters)
      }),
    )
  })

  test('are never the same for two records', () => {
    const keys = new Map<string, string>()
    const same = fc.constantFrom('01ARZ3NDEKTSV4RRFFQ69G5FAV', '01ARZ3NDEKTSV4RRFFQ69G5FAW')
    fc.assert(
      fc.property(parametersOf(object, entity, model), fc.oneof(same, anyUlid), (parameters, id) => {
        const fewer = { ...parameters, tenant: id, bakery: id, object: id, refId: id }
        const key = one().key(fewer)
        const text = JSON.stringify(fewer, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
        expect(keys.get(key) ?? text).toBe(text)
        keys.set(key, text)
      }),
    )
  })

  test('of anything at all are built rightly or refused, never wrongly', () => {
    const [good = {}] = fc.sample(parametersOf(object, entity, model), { numRuns: 1, seed: 1 })
    for (const { member } of variablesOf(object)) {
      fc.assert(
        fc.property(anything, (value) => {
          const parameters = { ...good, [member]: value }
          let key: string
          try {
            key = one().key(parameters)
          } catch (error) {
            expect(error).toMatchObject({ name: 'InvalidKeyError' })
            return
          }
          expect(one().parse(key)).toEqual(parameters)
          expect(key.split('/').length).toBe(object.path.length)
        }),
        { numRuns: 30 },
      )
    }
  })
})
