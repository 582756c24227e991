import { expect, test } from 'vitest'
import { describeProvider } from '../../../generator/emit/provider/describe/describe.ts'
import { newUlid } from '../../../runtime/src/ids/ulid.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { gardenFolder } from './documents.ts'
import { tenantKeys } from './tenant-keys.ts'
import { faultsOf } from './wire-faults.ts'

const keys = tenantKeys(describeProvider(soundModel(gardenFolder)))
const [ours, theirs] = [newUlid(), newUlid()]
const own = { gardenId: ours }
const head = { $match: own }
const look = (name: string, command: object): readonly string[] =>
  faultsOf(name, { [name]: 'plants', ...command }, keys, new Set([ours]))

test.each<readonly [string, object]>([
  ['find', { filter: { ...own, $and: [{ name: 'x' }] } }],
  ['count', { query: own }],
  ['distinct', { query: own, key: 'name' }],
  ['findAndModify', { query: own, update: { $set: { name: 'x' } } }],
  ['update', { updates: [{ q: own, u: { $set: { name: 'x' } } }] }],
  ['delete', { deletes: [{ q: own }] }],
  ['insert', { documents: [{ ...own, name: 'x' }] }],
  ['aggregate', { pipeline: [head, { $group: { _id: '$name' } }] }],
  ['aggregate', { pipeline: [head, { $lookup: { from: 'weathers', pipeline: [head] } }] }],
  [
    'aggregate',
    {
      pipeline: [
        head,
        { $unionWith: { coll: 'recipes', pipeline: [{ $match: { gardenId: { $in: [ours, null] } } }] } },
      ],
    },
  ],
  ['aggregate', { pipeline: [head, { $graphLookup: { from: 'plants', restrictSearchWithMatch: own } }] }],
  ['aggregate', { pipeline: [head, { $lookup: { from: 'bugs', pipeline: [] } }] }],
  ['aggregate', { pipeline: [{ $changeStream: {} }, { $match: { 'fullDocument.gardenId': ours } }] }],
  ['ping', {}],
])('%s is let pass where it is narrowed: %j', (name, command) => {
  expect(look(name, command)).toEqual([])
})

test.each<readonly [string, object]>([
  ['find', {}],
  ['find', { filter: { $and: [own] } }],
  ['find', { filter: { $or: [own] } }],
  ['find', { filter: { gardenId: { $exists: true } } }],
  ['find', { filter: { gardenId: theirs } }],
  ['find', { filter: { gardenId: { $in: [ours, theirs] } } }],
  ['count', { query: {} }],
  ['distinct', { query: {}, key: 'name' }],
  ['findAndModify', { query: {}, update: { $set: { name: 'x' } } }],
  ['findAndModify', { query: own, update: { $set: { gardenId: theirs } } }],
  ['findAndModify', { query: own, update: { $set: { name: 'x' } }, upsert: true }],
  [
    'update',
    {
      updates: [
        { q: own, u: { $set: { name: 'x' } } },
        { q: {}, u: { $set: { name: 'x' } } },
      ],
    },
  ],
  ['update', { updates: [{ q: own, u: [{ $set: { name: 'x' } }] }] }],
  ['update', { updates: [{ q: own, u: { name: 'x' } }] }],
  ['delete', { deletes: [{ q: {} }] }],
  ['insert', { documents: [own, { name: 'x' }] }],
  ['insert', { documents: [{ gardenId: theirs }] }],
  ['aggregate', { pipeline: [] }],
  ['aggregate', { pipeline: [{ $sort: { name: 1 } }, head] }],
  ['aggregate', { pipeline: [head, { $lookup: { from: 'weathers', localField: 'a', foreignField: 'b' } }] }],
  ['aggregate', { pipeline: [head, { $lookup: { from: 'weathers', pipeline: [] } }] }],
  ['aggregate', { pipeline: [head, { $lookup: { from: 'users', pipeline: [head] } }] }],
  ['aggregate', { pipeline: [head, { $unionWith: 'weathers' }] }],
  ['aggregate', { pipeline: [head, { $unionWith: { coll: 'weathers', pipeline: [] } }] }],
  ['aggregate', { pipeline: [head, { $graphLookup: { from: 'plants' } }] }],
  ['aggregate', { pipeline: [head, { $facet: { a: [{ $unionWith: { coll: 'weathers' } }] } }] }],
  ['aggregate', { pipeline: [head, { $out: 'x' }] }],
  ['aggregate', { pipeline: [head, { $new: 'x' }] }],
  ['aggregate', { pipeline: [head, { $project: { a: { $function: {} } } }] }],
  ['aggregate', { pipeline: [{ $changeStream: {} }, { $match: {} }] }],
  ['bulkWrite', {}],
  ['explain', {}],
])('%s is found where it is not narrowed: %j', (name, command) => {
  expect(look(name, command)).not.toEqual([])
})

test('a collection that is none of the spec is found', () => {
  expect(faultsOf('find', { find: 'users', filter: own }, keys, new Set())).not.toEqual([])
})
