import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeProvider } from '../../../generator/emit/provider/describe/describe.ts'
import { objectsOf } from '../../../generator/model/lookup.ts'
import type { Model } from '../../../generator/model/model.ts'
import type { ObjectDescription } from '../../../runtime/src/description/entity.ts'
import { InvalidInput } from '../../../runtime/src/errors/errors.ts'
import { type KeyPath, keyPath } from '../../../runtime/src/keys/key-path.ts'
import { objectKeys } from '../../../runtime/src/keys/object-keys.ts'
import { soundModels } from '../../emit/package/cases.ts'
import { packageFiles, Workshop } from '../../emit/package/generated-package.ts'
import { parametersOf, variablesOf } from '../../emit/s3/parameters.ts'
import { hostileTexts } from '../../print/typescript/hostile.ts'

interface Generated {
  key(parameters: Record<string, unknown>): string
  parse(key: string): Record<string, unknown> | undefined
}

const specs = soundModels().filter(([, { project }]) => project.stores.s3 !== undefined)
const workshop = new Workshop()
const generated = new Map<string, Readonly<Record<string, Generated>>>()

beforeAll(async () => {
  for (const [name, model] of specs) {
    workshop.write(packageFiles(model), name)
    const module = await import(workshop.url(`${name}/provider-db/src/s3/index.ts`))
    generated.set(name, module.objects)
  }
})
afterAll(() => workshop.remove())

function generatedOf(spec: string, name: string): Generated {
  const found = generated.get(spec)?.[name]
  if (found === undefined) throw new Error(`the package of ${spec} has no object ${name}`)
  return found
}

function keysOf(
  model: Model,
  entity: string,
  object: string,
): { readonly keys: KeyPath; readonly described: ObjectDescription } {
  const description = describeProvider(model)
  const described = Object.values(description.entities).find(({ name }) => name === entity)?.objects[object]
  if (described === undefined) throw new Error(`no object ${entity}.${object}`)
  return { described, keys: objectKeys(described, description.tenancy?.parameter) }
}

const hostile: readonly unknown[] = [
  '',
  '.',
  '..',
  '../x',
  'a/b',
  '//',
  '%2e',
  '%2e%2e',
  'a\0b',
  ' ',
  'ä',
  '\u202Ea',
  '../../tenants/x',
  ...hostileTexts,
  undefined,
  null,
  Number.NaN,
  -1,
  1.5,
  -1n,
  {},
  [],
  new Date(Number.NaN),
  new Date(1),
  true,
  Symbol.iterator,
]

describe.each(specs)('%s', (name, model) => {
  test('keys are those of the generated builders, and read back as theirs do', () => {
    for (const { entity, object } of objectsOf(model)) {
      const { keys, described } = keysOf(model, entity.name, object.name)
      const other = generatedOf(name, described.name)
      fc.assert(
        fc.property(parametersOf(object, entity, model), (parameters) => {
          const key = keys.build(parameters)
          expect(key).toBe(other.key(parameters))
          expect(keys.parse(key)).toEqual(parameters)
          expect(other.parse(key)).toEqual(keys.parse(key))
        }),
        { numRuns: 200 },
      )
    }
  })

  test('what one of them refuses the other refuses too', () => {
    for (const { entity, object } of objectsOf(model)) {
      const { keys, described } = keysOf(model, entity.name, object.name)
      const other = generatedOf(name, described.name)
      const [good = {}] = fc.sample(parametersOf(object, entity, model), { numRuns: 1, seed: 7 })
      for (const { member } of variablesOf(object)) {
        for (const value of hostile) {
          const parameters = { ...good, [member]: value }
          const made = attempt(() => keys.build(parameters))
          expect(made, `${member}: ${String(value)}`).toBe(attempt(() => other.key(parameters)))
          if (made === undefined) expect(() => keys.build(parameters)).toThrow(InvalidInput)
        }
      }
      fc.assert(
        fc.property(fc.constantFrom(...variablesOf(object)), fc.anything(), ({ member }, value) => {
          const parameters = { ...good, [member]: value }
          expect(attempt(() => keys.build(parameters))).toBe(attempt(() => other.key(parameters)))
        }),
      )
    }
  })

  test('what is no key is read by neither', () => {
    for (const { entity, object } of objectsOf(model)) {
      const { keys, described } = keysOf(model, entity.name, object.name)
      const other = generatedOf(name, described.name)
      const [good = {}] = fc.sample(parametersOf(object, entity, model), { numRuns: 1, seed: 7 })
      const key = keys.build(good)
      for (const text of [`/${key}`, `${key}/`, `${key}\n`, key.toLowerCase(), key.replace('/', '//'), `x${key}`, '']) {
        expect(keys.parse(text), text).toBeUndefined()
      }
      const changed = fc
        .tuple(fc.nat(key.length - 1), fc.constantFrom('.', '/', '%', 'Z', '0', '\u202E', '..', ''))
        .map(([at, piece]) => key.slice(0, at) + piece + key.slice(at + 1))
      fc.assert(
        fc.property(fc.oneof(changed, fc.string({ unit: 'binary' })), (text) => {
          expect(keys.parse(text)).toEqual(other.parse(text))
        }),
      )
    }
  })
})

function attempt(work: () => string): string | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

describe('a path that no spec of the tests has', () => {
  test('is refused where a key would not read back as it was', () => {
    const numbers = keyPath('numbers', [{ name: 'a', form: 'int' }, { name: 'b', form: 'int' }, '.txt'])
    expect(() => numbers.build({ a: 1, b: 23 })).toThrow(/ambiguous/)
    expect(numbers.build({ a: 12, b: 3 })).toBe('123.txt')
    const slugs = keyPath('slugs', [{ name: 'a', form: 'slug' }, '-', { name: 'b', form: 'slug' }])
    expect(slugs.build({ a: 'x-y', b: 'z' })).toBe('x-y-z')
    expect(() => slugs.build({ a: 'x', b: 'y-z' })).toThrow(/ambiguous/)
  })

  test('gives no empty and no relative segment', () => {
    const values = ['.', '..', 'a/..', 'sound']
    const ends = keyPath('enum', ['a/', { name: 'kind', form: 'enum', values }])
    expect(ends.build({ kind: 'sound' })).toBe('a/sound')
    for (const kind of values.slice(0, 3)) expect(() => ends.build({ kind }), kind).toThrow(InvalidInput)
    for (const text of ['/', 'a//', './', '../']) {
      expect(() => keyPath('literal', [text, { name: 'n', form: 'int' }]).build({ n: 1 }), text).toThrow(InvalidInput)
    }
    expect(() => keyPath('unsafe', ['a b/'])).toThrow(TypeError)
    expect(() => keyPath('unsafe', ['%2e%2e/'])).toThrow(TypeError)
  })

  test('has at most 1,024 bytes', () => {
    const long = keyPath('long', ['a/', { name: 'slug', form: 'slug' }])
    expect(long.build({ slug: 'x'.repeat(1022) })).toHaveLength(1024)
    expect(() => long.build({ slug: 'x'.repeat(1023) })).toThrow(/1024/)
    expect(long.parse(`a/${'x'.repeat(1023)}`)).toBeUndefined()
  })

  test('has one value for a name that stands twice', () => {
    const twice = keyPath('twice', [{ name: 'n', form: 'int' }, '/', { name: 'n', form: 'int' }])
    expect(twice.build({ n: 7 })).toBe('7/7')
    expect(twice.parse('7/7')).toEqual({ n: 7 })
    expect(twice.parse('7/8')).toBeUndefined()
  })

  test('takes nothing that a parameter inherits', () => {
    const one = keyPath('one', [{ name: 'toString', form: 'slug' }, '/', { name: 'n', form: 'int' }])
    expect(() => one.build({ n: 1 })).toThrow(InvalidInput)
    expect(() => one.build(Object.create({ n: 1, toString: 'x' }))).toThrow(InvalidInput)
  })

  test('names what is wrong and never the value', () => {
    const secret = 'of-somebody/else'
    const failure = (): string => keyPath('one', [{ name: 'slug', form: 'slug' }]).build({ slug: secret })
    expect(failure).toThrow(/slug: is not what its pattern allows/)
    expect(failure).not.toThrow(secret)
  })
})
