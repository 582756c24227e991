import { describe, expect, test } from 'vitest'
import { conformanceEmitter } from '../../../generator/emit/conformance/index.ts'
import type { Model } from '../../../generator/model/model.ts'
import { soundModel } from '../../support/analyze-folder.ts'

const library = soundModel('test/emit/conformance/library')
const paths = (model: Model): readonly string[] => [...conformanceEmitter.emit(model)].map(({ path }) => path)
const textOf = (model: Model, path: string): string =>
  [...conformanceEmitter.emit(model)].find((file) => file.path === path)?.text ?? ''

function withStores(stores: Model['project']['stores']): Model {
  return { ...library, project: { ...library.project, stores } }
}

describe('the conformance emitter', () => {
  test('writes the tests of every store in use', () => {
    expect(paths(library).filter((path) => path.endsWith('.test.ts'))).toEqual([
      'conformance/mongo-live.test.ts',
      'conformance/mongoose-changes.test.ts',
      'conformance/mongoose.test.ts',
      'conformance/postgres-live.test.ts',
      'conformance/prisma.test.ts',
      'conformance/s3-live.test.ts',
      'conformance/s3.test.ts',
      'conformance/types.test.ts',
      'conformance/naming.test.ts',
      'conformance/base-fields.test.ts',
      'conformance/tenant.test.ts',
    ])
  })

  test.each([
    ['postgres', 'prisma', ['mongoose', 's3', 'mongo']],
    ['mongo', 'mongoose', ['prisma', 's3', 'postgres']],
    ['s3', 's3', ['prisma', 'mongoose', 'postgres', 'mongo']],
  ] as const)('writes nothing of other stores where only %s is used', (store, own, others) => {
    const written = [...conformanceEmitter.emit(withStores({ [store]: library.project.stores[store] }))]
    expect(written.map(({ path }) => path)).toContain(`conformance/${own}.test.ts`)
    const words = written.flatMap(({ path }) => path.replace('conformance/', '').split(/[/.-]/))
    expect(words.filter((word) => (others as readonly string[]).includes(word))).toEqual([])
    const known = new Set(written.map(({ path }) => path))
    for (const { path, text } of written) {
      for (const [, target = ''] of text.matchAll(/from '(\.[^']+)'|import '(\.[^']+)'/g)) {
        const resolved = new URL(target, `file:///${path}`).pathname.slice(1)
        if (!resolved.startsWith('provider-db/') && target !== '')
          expect(known, `${path} -> ${target}`).toContain(resolved)
      }
    }
  })

  test('says in its facts what the spec says', () => {
    const facts = textOf(library, 'conformance/expected/domains/lending.json')
    expect(facts).toContain('{"name":"note","at":"note","type":"string(500)","optional":true}')
    expect(facts).toContain('"fields":["branch","status","due_on desc"]')
    expect(facts).toContain(
      '"expire":{"name":"expire_after_90d_from_created_on","field":"created_on","seconds":7776000}',
    )
  })

  test('insists on no convention whose rule is off or only warns', () => {
    const levels = new Map([
      ['naming/timestamp-suffix', 'off'],
      ['naming/table', 'warning'],
    ] as const)
    const lax = { ...library, project: { ...library.project, rules: { ...library.project.rules, levels } } }
    const strict = textOf(library, 'conformance/expected/project.json')
    expect(strict).toContain('"timestamp":{"suffix":"_on"}')
    expect(strict).toContain('"table":{"case":"snake_case","number":"plural"}')
    const facts = textOf(lax, 'conformance/expected/project.json')
    expect(facts).not.toContain('"timestamp":{')
    expect(facts).not.toContain('"table":{')
    expect(facts).toContain('"userRef":{"suffix":"_by"}')
  })

  test('knows from the lint which conventions are broken somewhere, and finds the same by itself', () => {
    for (const folder of ['test/emit/conformance/library', 'test/cases/living-with-rules/spec']) {
      const linted = soundModel(folder)
      const path = 'conformance/expected/project.json'
      expect(textOf({ ...linted }, path)).toBe(textOf(linted, path))
    }
  })

  test('has a file for each domain that has entities, and an edit of one changes no other', () => {
    const model = soundModel('test/cases/clinic/spec')
    const files = (of: Model): ReadonlyMap<string, string> =>
      new Map([...conformanceEmitter.emit(of)].map(({ path, text }) => [path, text]))
    const before = files(model)
    const [first] = model.entities
    if (first === undefined) throw new Error('the clinic has no entities')
    const edited = { ...first, about: 'Something else.' }
    const entities = model.entities.map((entity) => (entity === first ? edited : entity))
    const after = files({ ...model, entities })
    const key = model.domains.find(({ name }) => name === first.domain)?.key
    expect([...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)).toEqual([
      `conformance/expected/domains/${key}.json`,
    ])
  })

  test('puts nothing of a spec into the tests themselves', () => {
    const other = soundModel('test/cases/split-entity/spec')
    const statics = (model: Model): ReadonlyMap<string, string> =>
      new Map(
        [...conformanceEmitter.emit(model)]
          .filter(({ path }) => !path.endsWith('.json'))
          .map(({ path, text }) => [path, text]),
      )
    expect(statics(other)).toEqual(statics(library))
  })
})
