import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeProvider } from '../../../generator/emit/provider/describe/describe.ts'
import { providerEmitter } from '../../../generator/emit/provider/index.ts'
import type { Model } from '../../../generator/model/model.ts'
import { soundModels } from '../package/cases.ts'
import { packageFiles, Workshop } from '../package/generated-package.ts'

const workshop = new Workshop()
const models = soundModels().filter(([, model]) => hasTables(model))

beforeAll(() => {
  for (const [name, model] of models) workshop.write(packageFiles(model), name)
})
afterAll(() => workshop.remove())

function hasTables({ entities }: Model): boolean {
  return entities.some(({ postgres }) => postgres !== undefined)
}

test('a spec without tables has no data layer', () => {
  const without = soundModels().filter(([, model]) => !hasTables(model))
  expect(without.length).toBeGreaterThan(1)
  for (const [name, model] of without) expect([...providerEmitter.emit(model)], name).toEqual([])
})

test.each(models)('%s: what is printed is what the runtime is told', async (name, model) => {
  const file = `${name}/provider-db/src/provider/description/index.ts`
  const { description } = await import(/* @vite-ignore */ workshop.url(file))
  expect(description).toStrictEqual(describeProvider(model))
})

test('a domain is described in a file of its own, so that none grows with the whole spec', () => {
  const [, model] = models[0] ?? []
  if (model === undefined) throw new Error('the reference spec has tables')
  const whole = JSON.stringify(describeProvider(model)).length
  const files = [...providerEmitter.emit(model)].filter(({ path }) => path.includes('/description/'))
  expect(files.length).toBeGreaterThan(model.domains.length)
  for (const { path, text } of files) expect(text.length, path).toBeLessThan(whole / 3)
})
