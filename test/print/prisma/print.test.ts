import { getSchema, printSchema as printByLibrary } from '@mrleebo/prisma-ast'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { name, numeral, quoted } from '../../../generator/print/prisma/escape.ts'
import { readPrisma } from '../../support/prisma-engine.ts'
import { squeezed } from './squeezed.ts'
import {
  type Argument,
  attribute,
  blank,
  blockAttribute,
  call,
  datasource,
  documentation,
  field,
  generator,
  list,
  type ModelLine,
  model,
  named,
  nativeType,
  remark,
  schema,
} from './tree.ts'
import { written } from './written.ts'

const identifier = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,20}$/).map(name)
const harmless = fc.stringMatching(/^[a-z][a-z .,]{0,30}[a-z]$/)
const item = fc.oneof(
  identifier,
  harmless.map(quoted),
  fc.integer().map(numeral),
  fc
    .tuple(identifier, fc.array(fc.integer().map(numeral), { maxLength: 2 }))
    .map(([called, values]) => call(called, values)),
)
const argument: fc.Arbitrary<Argument> = fc.oneof(
  item,
  fc.array(item, { minLength: 1, maxLength: 3 }).map(list),
  fc.tuple(identifier, item).map(([key, value]) => named(key, value)),
)
const values = fc.array(argument, { maxLength: 3 })

/** In the order in which `prisma format` sorts them. */
const attributes = fc
  .tuple(fc.option(values), fc.option(values), fc.option(values), fc.option(fc.tuple(identifier, values)))
  .map(([unique, fallback, map, native]) => [
    ...(unique === null ? [] : [attribute('unique', unique)]),
    ...(fallback === null ? [] : [attribute('default', fallback)]),
    ...(map === null ? [] : [attribute('map', map)]),
    ...(native === null ? [] : [nativeType(...native)]),
  ])
const column = fc
  .record({
    fieldName: identifier,
    type: fc.constantFrom('String', 'Int', 'DateTime'),
    suffix: fc.constantFrom('', '[]', '?'),
    attributes,
  })
  .map((one) =>
    field(one.fieldName, one.type, {
      list: one.suffix === '[]',
      optional: one.suffix === '?',
      attributes: one.attributes,
    }),
  )
const line: fc.Arbitrary<readonly ModelLine[]> = fc
  .tuple(fc.option(harmless), column)
  .map(([about, one]) => (about === null ? [one] : [...documentation(about), one]))
const group = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.flat())
const closing = fc.array(
  fc.array(argument, { minLength: 1, maxLength: 3 }).map((given) => blockAttribute('index', given)),
  { maxLength: 3 },
)
const block = fc
  .record({ modelName: identifier, groups: fc.array(group, { minLength: 1, maxLength: 3 }), closing, about: harmless })
  .map(({ modelName, groups, closing, about }) => [
    ...documentation(about),
    model(modelName, [
      ...groups.flatMap((lines, index) => (index === 0 ? lines : [blank, ...lines])),
      ...(closing.length === 0 ? [] : [blank, ...closing]),
    ]),
  ])
const tree = fc
  .tuple(harmless, fc.array(block, { minLength: 1, maxLength: 4 }))
  .map(([about, blocks]) =>
    schema([
      ...remark(about),
      blank,
      datasource('db', { provider: quoted('postgresql') }),
      blank,
      generator('client', { provider: quoted('prisma-client'), output: quoted('x'), moduleFormat: quoted('esm') }),
      ...blocks.flatMap((items) => [blank, ...items]),
    ]),
  )

test('what is printed reads back as the tree', () => {
  fc.assert(
    fc.property(tree, (one) => {
      expect(getSchema(written(one))).toEqual(one)
    }),
  )
})

test('what is printed is what the library prints, but for empty lines and columns', () => {
  fc.assert(
    fc.property(tree, (one) => {
      expect(squeezed(written(one))).toBe(squeezed(printByLibrary(structuredClone(one))))
    }),
  )
})

test('what is printed stays as it is under prisma format', () => {
  fc.assert(
    fc.property(tree, (one) => {
      const text = written(one)
      expect(readPrisma([['a.prisma', text]]).formatted).toEqual([['a.prisma', text]])
    }),
  )
})
