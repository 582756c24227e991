import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toCase } from '../../../generator/base/casing.ts'
import { inPostgres } from '../../../generator/model/lookup.ts'
import { soundModels } from '../package/cases.ts'
import { packageFiles, Workshop } from '../package/generated-package.ts'

const specs = soundModels()
const workshop = new Workshop()
const loaded = new Map<string, Readonly<Record<string, unknown>>>()

beforeAll(async () => {
  for (const [name, model] of specs) {
    workshop.write(packageFiles(model), name)
    loaded.set(name, await import(workshop.url(`${name}/provider-db/src/types/index.ts`)))
  }
})
afterAll(() => workshop.remove())

interface Lifecycle {
  readonly start: string
  readonly states: readonly string[]
  readonly allow: Readonly<Record<string, readonly string[]>>
}

describe.each(specs)('%s', (name, model) => {
  test('every enum is an array of its values in the order of the spec', () => {
    for (const declared of model.enums) {
      const found = loaded.get(name)?.[declared.name] ?? loaded.get(name)?.[`${declared.name}_`]
      expect(found, declared.name).toEqual(declared.values.map((value) => value.name))
    }
  })

  test('every life cycle is the table of the spec', () => {
    for (const { name: entity, postgres } of inPostgres(model)) {
      if (postgres.lifecycle === undefined) continue
      const found = loaded.get(name)?.[`${toCase(entity, 'camelCase')}Lifecycle`] as Lifecycle | undefined
      expect(found?.start).toBe(postgres.lifecycle.start)
      expect(Object.entries(found?.allow ?? {})).toEqual(
        postgres.lifecycle.states.map((state) => [state.name, state.to.map((to) => to.state)]),
      )
      expect(found?.states).toEqual(postgres.lifecycle.states.map((state) => state.name))
    }
  })

  test('every row, value type and enum has its words as documentation', () => {
    const text = packageFiles(model)
      .filter(({ path }) => path.includes('/src/types/'))
      .map((file) => file.text.replace(/\s*\n\s*\*\s*/g, ' '))
      .join('')
    const abouts = [...model.enums, ...model.valueTypes, ...inPostgres(model)].flatMap(({ about }) => about ?? [])
    expect(abouts.filter((about) => !text.includes(about.trim().replace(/\s+/g, ' ')))).toEqual([])
  })
})

test('moves are as the life cycle allows', async () => {
  const [[name, model] = fail()] = specs
  function fail(): never {
    throw new Error('no spec')
  }
  const { canMove, isTerminal } = (await import(workshop.url(`${name}/provider-db/src/types/lifecycle.ts`))) as {
    canMove(lifecycle: Lifecycle, from: string, to: string): boolean
    isTerminal(lifecycle: Lifecycle, state: string): boolean
  }
  let moves = 0
  for (const { name: entity, postgres } of inPostgres(model)) {
    if (postgres.lifecycle === undefined) continue
    const found = loaded.get(name)?.[`${toCase(entity, 'camelCase')}Lifecycle`] as Lifecycle
    for (const from of postgres.lifecycle.states) {
      expect(isTerminal(found, from.name)).toBe(from.to.length === 0)
      for (const to of postgres.lifecycle.states) {
        const isLegal = from.to.some(({ state }) => state === to.name)
        if (isLegal) moves += 1
        expect(canMove(found, from.name, to.name)).toBe(isLegal)
      }
    }
  }
  expect(moves).toBeGreaterThan(10)
})
