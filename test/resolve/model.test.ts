import { describe, expect, test } from 'vitest'
import { analyze } from '../../generator/analyze.ts'
import type { Entity } from '../../generator/model/entity.ts'
import type { Field } from '../../generator/model/field.ts'
import type { Model } from '../../generator/model/model.ts'
import { sourcesIn } from '../support/analyze-folder.ts'
import { analyzeText, errorsOf } from '../support/analyze-text.ts'

function modelOf(text: string): Model {
  const analysis = analyzeText(text)
  expect(errorsOf(analysis)).toEqual([])
  if (analysis.model === undefined) throw new Error('no model')
  return analysis.model
}

function entityOf(model: Model, name: string): Entity {
  const entity = model.byName.entities.get(name)
  if (entity === undefined) throw new Error(`no entity ${name}`)
  return entity
}

function rowField(model: Model, entity: string, name: string): Field {
  const field = entityOf(model, entity).postgres?.fields.find((one) => one.name === name)
  if (field === undefined) throw new Error(`no field ${entity}.${name}`)
  return field
}

const split = `entities:
  Order:
    use: [base_fields, soft_delete_fields]
    postgres:
      fields:
        handled_by: { type: ref(Baker)?, on_delete: set_null }
        parent: ref(Order)?
        number: { type: int, unique: true }
        details: part(mongo)?
        photo_s3_key: key(photo)?
      unique: [{ fields: [], where: { number: 1 }, name: one_first_order }]
      indexes: [[handled_by, created_on desc], [parent]]
    mongo:
      fields: { cake: json, taken_by: ref(Baker), order_again: ref(Order)? }
      expire: 90d
    s3:
      objects:
        photo: { bucket: photos, path: 'orders/{ref_id}/{object}.jpg', content_type: image/jpeg, max_size: 5MB }
  Line:
    use: [base_fields]
    postgres:
      fields: { order: { type: ref(Order), on_delete: cascade, inverse: lines, unique: true } }
`

describe('names follow from the conventions', () => {
  const model = modelOf(split)

  test('a foreign key gets its suffix, a user reference keeps its name', () => {
    expect(rowField(model, 'Line', 'order')).toMatchObject({ physical: { text: 'order_id' }, member: 'orderId' })
    const user = rowField(model, 'Order', 'handled_by')
    expect(user).toMatchObject({
      physical: { text: 'handled_by' },
      member: 'handledById',
      relation: { member: 'handledBy' },
    })
    expect(rowField(model, 'Order', 'created_by')).toMatchObject({
      member: 'createdBy',
      relation: { bookkeeping: true },
    })
  })

  test('a pointer to the own document is named by the store_ref role', () => {
    expect(rowField(model, 'Order', 'details')).toMatchObject({
      physical: { text: 'details_ref' },
      type: { kind: 'part' },
    })
  })

  test('documents hold public ids under camelCase keys', () => {
    const fields = entityOf(model, 'Order').mongo?.fields.map((field) => [field.physical.text, field.type.kind])
    expect(fields).toEqual([
      ['refId', 'scalar'],
      ['bakeryId', 'ref'],
      ['cake', 'scalar'],
      ['takenBy', 'ref'],
      ['orderAgainRefId', 'ref'],
      ['createdOn', 'scalar'],
      ['createdBy', 'ref'],
    ])
  })

  test('keys come first, then the tenant, the own fields and the mixins', () => {
    const names = entityOf(model, 'Order').postgres?.fields.map((field) => field.name)
    expect(names?.slice(0, 4)).toEqual(['id', 'ref_id', 'bakery', 'handled_by'])
    expect(names?.slice(-2)).toEqual(['deleted_on', 'deleted_by'])
  })
})

describe('keys', () => {
  const model = modelOf(split)
  const uniques = entityOf(model, 'Order').postgres?.uniques ?? []

  test('ids are full uniques; others hold per tenant and among live rows', () => {
    expect(uniques.map(({ fields, full, name }) => [fields.join(), full, name.text])).toEqual([
      ['ref_id', true, 'orders_ref_id_key'],
      ['bakery,id', true, 'orders_bakery_id_id_key'],
      ['bakery,number', false, 'orders_bakery_id_number_key'],
      ['bakery', false, 'one_first_order'],
    ])
  })

  test('the tenant is put before the fields of an index', () => {
    const index = entityOf(model, 'Order').postgres?.indexes[0]
    expect(index?.fields.map(({ field, order }) => `${field} ${order}`)).toEqual([
      'bakery asc',
      'handled_by asc',
      'created_on desc',
    ])
  })

  test('a foreign key carries the tenant; its inverse is single where a unique covers it', () => {
    expect(rowField(model, 'Line', 'order').relation).toMatchObject({
      withTenant: true,
      onDelete: 'cascade',
      inverse: { member: 'lines', single: true },
    })
    expect(rowField(model, 'Order', 'parent').relation?.inverse).toEqual({ member: 'ordersParent', single: false })
  })
})

test('a path carries the prefix of the tenant', () => {
  const object = entityOf(modelOf(split), 'Order').s3?.objects[0]
  const text = object?.path.map((segment) =>
    segment.map((piece) => (piece.kind === 'literal' ? piece.text : `<${piece.variable.member}>`)).join(''),
  )
  expect(text).toEqual(['bakeries', '<bakery>', 'orders', '<refId>', '<object>.jpg'])
})

test('an own field beats a mixin, a later mixin an earlier one, and the place is the first', () => {
  const model = modelOf(`mixins:
  early: { fields: { size: { type: int, default: 1 }, color: string(10) } }
  late: { fields: { size: { type: int, default: 2 }, note: { type: text, about: of the mixin } } }
entities:
  Order: { use: [base_fields, early, late], postgres: { fields: { note: { type: text, about: of the entity } } } }
`)
  const fields = entityOf(model, 'Order').postgres?.fields ?? []
  expect(fields.map((field) => field.name).slice(3)).toEqual(['note', 'created_on', 'created_by', 'size', 'color'])
  expect(rowField(model, 'Order', 'size').default).toEqual({ kind: 'literal', value: 2 })
  expect(rowField(model, 'Order', 'note').about).toBe('of the entity')
})

test('names over 63 bytes are cut with a hash and stay distinct', () => {
  const long = 'a_very_long_name_for_a_field_that_nobody_would_like_to_type'
  const model = modelOf(`entities:
  Order:
    use: [base_fields]
    postgres:
      fields: { ${long}_1: int, ${long}_2: int }
      indexes: [[${long}_1], [${long}_2]]
`)
  const names = entityOf(model, 'Order').postgres?.indexes.map((index) => index.name) ?? []
  expect(names.map((name) => name.source)).toEqual(['shortened', 'shortened'])
  expect(new Set(names.map((name) => name.text)).size).toBe(2)
  for (const name of names) expect(Buffer.byteLength(name.text)).toBeLessThanOrEqual(63)
})

test('every recorded use of a name covers exactly that name', () => {
  const { model } = analyze(sourcesIn('spec'))
  expect(model?.uses.size).toBeGreaterThan(500)
  for (const [key, spans] of model?.uses ?? []) {
    const name = key.slice(Math.max(key.lastIndexOf('.'), key.indexOf(':')) + 1)
    for (const span of spans) expect([key, span.file.text.slice(span.start, span.end)]).toEqual([key, name])
  }
})

test('the first recorded use of a name is its declaration, wherever else it stands', () => {
  const text = `entities:
  Cake:
    use: [base_fields]
    postgres: { fields: { photo_s3_key: key(photo)?, by: ref(Zebra) }, unique: [{ fields: [bakery, by], scope: global }] }
    s3: { objects: { photo: { bucket: photos, path: "c/{bakery}/{ref_id}/{object}", content_type: image/png } } }
  Zebra: { use: [base_fields], postgres: { fields: { name: string(9) } } }
  Broken: 7
`
  const { model } = analyzeText(text)
  const before = (key: string): string | undefined => {
    const [first] = model?.uses.get(key) ?? []
    return first?.file.text.slice(0, first.start).split('\n').at(-1)
  }
  expect(before('entity:Zebra')).toBe('  ')
  expect(before('entity:Broken')).toBe('  ')
  expect(before('entity:Bakery')).toBe('  ')
  expect(before('mixin:base_fields')).toBe('  ')
  expect(before('object:Cake.photo')).toBe('    s3: { objects: { ')
  expect(before('field:tenancy.bakery')).toBe('tenancy: { entity: Bakery, field: ')
  expect(model?.uses.get('field:tenancy.bakery')).toHaveLength(4)
})

test('a ring of ten thousand references resolves', () => {
  const count = 10_000
  const entities = Array.from(
    { length: count },
    (_, at) => `  E${at}: { use: [base_fields], postgres: { fields: { next: ref(E${(at + 1) % count})? } } }`,
  )
  const files = Array.from({ length: 20 }, (_, file) => ({
    path: `ring-${file}.yaml`,
    text: `domain: Ring ${file}\nentities:\n${entities.slice(file * 500, (file + 1) * 500).join('\n')}\n`,
  }))
  const project =
    'stowage: 1\nname: ring\nstores: { postgres: { version: 16, url: POSTGRES_URL } }\nrules: { extends: minimal }\n'
  const base = 'mixins: { base_fields: { role: base, fields: { id: { type: uuid, primary: true } } } }\n'
  const analysis = analyze([{ path: 'stowage.yaml', text: project }, { path: 'base.yaml', text: base }, ...files])
  expect(errorsOf(analysis)).toEqual([])
  expect(analysis.model?.entities).toHaveLength(count)
})
