import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bucketsOf } from '../../../generator/catalog/s3/index.ts'
import { objectsOf } from '../../../generator/model/lookup.ts'
import { hostileTexts } from '../../print/typescript/hostile.ts'
import { soundModels } from '../package/cases.ts'
import { packageFiles, Workshop } from '../package/generated-package.ts'
import { expectedKey, parametersOf, variablesOf } from './parameters.ts'

interface Bucket {
  readonly name: string
  readonly env: string
  readonly objectLockEnabled: boolean
  readonly versioning: { readonly Status?: string }
  readonly retention?: { readonly Mode: string; readonly Days: number }
  readonly lifecycle: { readonly Rules: readonly Readonly<Record<string, unknown>>[] }
  readonly publicAccessBlock: Readonly<Record<string, boolean>>
  readonly secureTransport: boolean
}

interface StoredObject {
  readonly bucket: Bucket
  readonly contentType: string
  readonly maxBytes: number
  readonly write: string
  readonly presignSeconds: number
  key(parameters: Record<string, unknown>): string
  parse(key: string): Record<string, unknown> | undefined
}

interface S3Module {
  readonly objects: Readonly<Record<string, StoredObject>>
  readonly buckets: Readonly<Record<string, Bucket>>
  bucketName(bucket: Bucket, environment: Record<string, string>): string
  prefixPolicy(
    bucket: string,
    prefix: string,
  ): { Statement: readonly { Action: readonly string[]; Resource: string }[] }
}

const specs = soundModels().filter(([, { project }]) => project.stores.s3 !== undefined)
const workshop = new Workshop()
const loaded = new Map<string, S3Module>()

beforeAll(async () => {
  for (const [name, model] of specs) {
    workshop.write(packageFiles(model), name)
    loaded.set(name, (await import(workshop.url(`${name}/provider-db/src/s3/index.ts`))) as S3Module)
  }
})
afterAll(() => workshop.remove())

function moduleOf(name: string): S3Module {
  const found = loaded.get(name)
  if (found === undefined) throw new Error(`${name} was not loaded`)
  return found
}

function objectOf(name: string, entity: string, object: string): StoredObject {
  const found = moduleOf(name).objects[`${entity}.${object}`]
  if (found === undefined) throw new Error(`no object ${entity}.${object}`)
  return found
}

test('the specs have every form of variable but those that no path can have', () => {
  const forms = specs.flatMap(([, model]) =>
    objectsOf(model).flatMap(({ object }) => variablesOf(object).map(({ form }) => form)),
  )
  expect([...new Set(forms)].sort()).toEqual(expect.arrayContaining(['int', 'ulid']))
})

describe.each(specs)('%s', (name, model) => {
  test('every object is there, and says what the spec says', () => {
    const wanted = objectsOf(model)
    expect(Object.keys(moduleOf(name).objects)).toEqual(
      wanted.map(({ entity, object }) => `${entity.name}.${object.name}`),
    )
    for (const { entity, object } of wanted) {
      expect(objectOf(name, entity.name, object.name)).toMatchObject({
        bucket: { name: object.bucket },
        contentType: object.contentType,
        maxBytes: object.maxBytes,
        write: object.write,
        presignSeconds: model.project.stores.s3?.presignSeconds,
      })
    }
  })

  test('a key is the path with its values in it, and reads back as what it was built from', () => {
    for (const { entity, object } of objectsOf(model)) {
      const stored = objectOf(name, entity.name, object.name)
      fc.assert(
        fc.property(parametersOf(object, entity, model), (parameters) => {
          const key = stored.key(parameters)
          expect(key).toBe(expectedKey(object, entity, model, parameters))
          expect(stored.parse(key)).toEqual(parameters)
        }),
        { numRuns: 50 },
      )
    }
  })

  test('no hostile value gets into a key', () => {
    const hostile = ['', '.', '..', '../x', 'a/b', '%2e%2e', 'a\0b', ' ', 'ä', '../../tenants/x', ...hostileTexts]
    const others = [undefined, Number.NaN, -1, 1.5, {}, [], new Date(Number.NaN), new Date(1), true, Symbol.iterator]
    for (const { entity, object } of objectsOf(model)) {
      const stored = objectOf(name, entity.name, object.name)
      const [good = {}] = fc.sample(parametersOf(object, entity, model), { numRuns: 1, seed: 7 })
      for (const { member } of variablesOf(object)) {
        for (const value of [...hostile, ...others]) {
          expect(() => stored.key({ ...good, [member]: value }), `${member}: ${String(value)}`).toThrow(TypeError)
        }
      }
    }
  })

  test('what is no key of an object is not read as one, and reading never throws', () => {
    for (const { entity, object } of objectsOf(model)) {
      const stored = objectOf(name, entity.name, object.name)
      const [good = {}] = fc.sample(parametersOf(object, entity, model), { numRuns: 1, seed: 7 })
      const key = stored.key(good)
      for (const other of [
        `/${key}`,
        `${key}/`,
        `${key}\n`,
        key.toLowerCase(),
        key.replace('/', '//'),
        `x${key}`,
        '',
      ]) {
        expect(stored.parse(other), other).toBeUndefined()
      }
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), (text) => {
          const read = stored.parse(text)
          expect(read === undefined || stored.key(read) === text).toBe(true)
        }),
      )
      // Where a character is changed, the key is another's or nobody's; it never reads as what it was.
      fc.assert(
        fc.property(fc.nat(key.length - 1), fc.constantFrom('.', '/', '%', 'Z', '0', '\u202E'), (at, character) => {
          const changed = key.slice(0, at) + character + key.slice(at + 1)
          const read = stored.parse(changed)
          if (read !== undefined) expect(stored.key(read)).toBe(changed)
        }),
      )
    }
  })

  test('keys of different objects are never the same', () => {
    for (const { entity, object } of objectsOf(model)) {
      const [good = {}] = fc.sample(parametersOf(object, entity, model), { numRuns: 1, seed: 3 })
      const key = objectOf(name, entity.name, object.name).key(good)
      const readers = objectsOf(model).filter((other) => {
        const stored = objectOf(name, other.entity.name, other.object.name)
        return stored.bucket.name === object.bucket && stored.parse(key) !== undefined
      })
      expect(readers.map((reader) => `${reader.entity.name}.${reader.object.name}`)).toEqual([
        `${entity.name}.${object.name}`,
      ])
    }
  })

  test('the package describes the buckets as the command line does', () => {
    expect(Object.values(moduleOf(name).buckets)).toEqual(bucketsOf(model))
    expect(JSON.parse(JSON.stringify(bucketsOf(model)))).toEqual(bucketsOf(model))
  })

  test('buckets are as the spec has them, and never public', () => {
    const declared = model.project.stores.s3?.buckets ?? []
    const buckets = Object.values(moduleOf(name).buckets)
    expect(buckets.map((bucket) => bucket.name)).toEqual(declared.map((bucket) => bucket.name))
    for (const bucket of buckets) {
      const wanted = declared.find((one) => one.name === bucket.name)
      expect(bucket.env).toBe(wanted?.env)
      expect(bucket.objectLockEnabled).toBe(wanted?.lock !== undefined)
      expect(bucket.versioning.Status === 'Enabled').toBe(wanted?.versioned || wanted?.lock !== undefined)
      expect(bucket.retention?.Days).toBe(wanted?.lock?.retainDays)
      expect(bucket.retention?.Mode.toLowerCase()).toBe(wanted?.lock?.mode)
      expect(bucket.publicAccessBlock).toEqual({
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: true,
      })
      const rules = bucket.lifecycle.Rules
      expect(new Set(rules.map(({ ID }) => ID)).size).toBe(rules.length)
      expect(rules.flatMap((rule) => rule.AbortIncompleteMultipartUpload ?? [])).toEqual([
        { DaysAfterInitiation: wanted?.abortUploadsDays },
      ])
      expect(bucket.secureTransport).toBe(true)
      expect(moduleOf(name).bucketName(bucket, { [bucket.env]: 'real' })).toBe('real')
      expect(() => moduleOf(name).bucketName(bucket, {})).toThrow(bucket.env)
    }
  })
})

test('a policy opens one prefix, and none can be widened', () => {
  const [[name] = ['']] = specs
  const { prefixPolicy } = moduleOf(name)
  const [statement] = prefixPolicy('real', 'tenants/a/').Statement
  expect(statement?.Resource).toBe('arn:aws:s3:::real/tenants/a/*')
  expect(statement?.Action).toEqual(['s3:GetObject', 's3:PutObject'])
  for (const prefix of [
    '',
    '/',
    '*',
    'tenants/*/',
    'tenants/a',
    'tenants//',
    'tenants/?/',
    'tenants/../',
    '../a/',
    'a/$/',
  ]) {
    expect(() => prefixPolicy('real', prefix), prefix).toThrow(TypeError)
  }
})
