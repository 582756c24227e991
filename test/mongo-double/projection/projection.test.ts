import { expect, test } from 'vitest'
import { fromPlainDocument } from '../bson/codec.ts'
import { shellText } from '../bson/shell-text.ts'
import type { BsonDocument } from '../bson/value.ts'
import { refusalOf } from '../refusal.ts'
import { compileProjection, type ProjectionOptions } from './projection.ts'

type Plain = Readonly<Record<string, unknown>>

/** https://www.mongodb.com/docs/v7.0/tutorial/project-fields-from-query-results/ */
const journal: Plain = {
  _id: 1,
  item: 'journal',
  status: 'A',
  size: { h: 14, w: 21, uom: 'cm' },
  instock: [
    { warehouse: 'A', qty: 5 },
    { warehouse: 'C', qty: 15 },
  ],
}

test.each<[string, BsonDocument, Plain, ProjectionOptions]>([
  ['fields', { item: 1, status: 1 }, { _id: 1, item: 'journal', status: 'A' }, {}],
  ['without _id', { item: true, _id: 0 }, { item: 'journal' }, {}],
  ['_id alone', { _id: 1 }, { _id: 1 }, {}],
  ['all but', { status: 0, instock: 0, size: 0 }, { _id: 1, item: 'journal' }, {}],
  ['all but _id', { _id: 0, size: 0, instock: 0, item: 0 }, { status: 'A' }, {}],
  ['within documents', { 'size.uom': 1 }, { _id: 1, size: { uom: 'cm' } }, {}],
  ['within documents, nested', { size: { uom: 1 } }, { _id: 1, size: { uom: 'cm' } }, {}],
  [
    'all but within',
    { 'size.uom': 0, instock: 0 },
    { _id: 1, item: 'journal', status: 'A', size: { h: 14, w: 21 } },
    {},
  ],
  ['within arrays', { 'instock.qty': 1 }, { _id: 1, instock: [{ qty: 5 }, { qty: 15 }] }, {}],
  [
    '$slice',
    { item: 1, instock: { $slice: -1 } },
    { _id: 1, item: 'journal', instock: [{ warehouse: 'C', qty: 15 }] },
    {},
  ],
  [
    '$elemMatch',
    { instock: { $elemMatch: { qty: { $gt: 5 } } } },
    { _id: 1, instock: [{ warehouse: 'C', qty: 15 }] },
    {},
  ],
  [
    '$',
    { 'instock.$': 1 },
    { _id: 1, instock: [{ warehouse: 'C', qty: 15 }] },
    { filter: { 'instock.warehouse': 'C' } },
  ],
  ['an expression', { item: { $toUpper: '$item' } }, { _id: 1, item: 'JOURNAL' }, {}],
  [
    'the score',
    { item: 1, score: { $meta: 'textScore' } },
    { _id: 1, item: 'journal', score: 0.75 },
    { score: () => 0.75 },
  ],
])('%s', (_, specification, expected, options) => {
  const project = compileProjection(specification, options)
  expect(shellText(project(fromPlainDocument(journal)))).toBe(shellText(fromPlainDocument(expected)))
})

test.each<[BsonDocument, number[]]>([
  [{ a: { $slice: 2 } }, [1, 2]],
  [{ a: { $slice: -2 } }, [4, 5]],
  [{ a: { $slice: [1, 2] } }, [2, 3]],
  [{ a: { $slice: [-3, 2] } }, [3, 4]],
  [{ a: { $slice: [-9, 2] } }, [1, 2]],
])('%j leaves %j of an array', (specification, expected) => {
  // https://www.mongodb.com/docs/v7.0/reference/operator/projection/slice/
  expect(compileProjection(specification)({ _id: 1, a: [1, 2, 3, 4, 5], b: 1 })).toEqual({ _id: 1, a: expected, b: 1 })
})

/** Codes as FerretDB recorded them of MongoDB: github.com/FerretDB/FerretDB, integration/{query_projection,aggregate}*_test.go. */
test.each<[BsonDocument, string]>([
  [{ '': true }, '40352 Location40352'],
  [{ 'v..d': true }, '15998 Location15998'],
  [{ foo: false, bar: true }, '31253 Location31253'],
  [{ foo: true, bar: false }, '31254 Location31254'],
  [{ 'v.$.foo.$': true }, '31394 Location31394'],
  [{ 'v.$.foo': true }, '31394 Location31394'],
  [{ 'v..$': true }, '40353 Location40353'],
  [{ $: true }, '16410 Location16410'],
  [{ $v: true }, '16410 Location16410'],
  [{ 'v.$foo': true }, '16410 Location16410'],
  [{ '$.foo.$': true }, '16410 Location16410'],
  [{ 'v.$': false }, '31395 Location31395'],
  // https://www.mongodb.com/docs/v7.0/release-notes/4.4-compatibility/#projection-compatibility-changes
  [{ a: 1, 'a.b': 1 }, '31249 Location31249'],
  [{ a: {} }, '51270 Location51270'],
  [{ a: { $foo: 1 } }, '168 InvalidPipelineOperator'],
  [{ score: { $meta: 'textScore' } }, '40218 Location40218'],
])('the projection %j: %s', (specification, expected) => {
  expect(refusalOf(() => compileProjection(specification))).toBe(expected)
})

test('the positional projection needs an element that the filter found', () => {
  const project = compileProjection({ 'v.$': 1 }, { filter: { _id: 1 } })
  expect(refusalOf(() => project({ _id: 1, v: [1] }))).toBe('51246 Location51246')
})
