import { describe, expect, test } from 'vitest'
import * as generated from '../provider-db/src/types/index.ts'
import { enums, lifecycles } from './expected/project.ts'

const values: readonly (readonly [string, unknown])[] = Object.entries(generated)

/** What the package calls so: in its own case, and with underscores at its end where the name was taken. */
function named<Value>(name: string, isOne: (value: unknown) => value is Value): Value | undefined {
  const plain = (text: string): string => text.replaceAll('_', '').toLowerCase()
  return values.flatMap(([key, value]) => (plain(key) === plain(name) && isOne(value) ? [value] : []))[0]
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

interface Lifecycle {
  readonly start: unknown
  readonly states: readonly unknown[]
  readonly allow: Readonly<Record<string, readonly unknown[]>>
}

function isLifecycle(value: unknown): value is Lifecycle {
  return typeof value === 'object' && value !== null && 'start' in value && 'states' in value && 'allow' in value
}

describe('the types of the package', () => {
  test.each(Object.entries(enums).map(([name, wanted]) => ({ name, wanted })))(
    '$name has the values of the spec, in its order',
    ({ name, wanted }) => {
      expect(named(name, isList)).toEqual(wanted)
    },
  )

  test.each(lifecycles)('the life cycle of $entity is that of the spec', ({ entity, start, allow }) => {
    const found = named(`${entity}Lifecycle`, isLifecycle)
    expect(found?.start, 'start').toBe(start)
    expect(found?.states, 'states').toEqual(Object.keys(allow))
    expect(found?.allow, 'moves').toEqual(allow)
  })

  test('there is no life cycle beside these', () => {
    expect(values.filter(([, value]) => isLifecycle(value))).toHaveLength(lifecycles.length)
  })
})
