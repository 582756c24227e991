import { counted, inGroups } from '../base/plural.ts'
import { inMongo, inPostgres, objectsOf } from '../model/lookup.ts'
import type { Model } from '../model/model.ts'
import { type Change, effects } from '../output/plan.ts'

/** `14 files, 41 entities: 33 in PostgreSQL, 10 in MongoDB, 7 objects in S3, 7 split`. */
export function specText(model: Model): string {
  const postgres = inPostgres(model).length
  const mongo = inMongo(model).length
  const objects = objectsOf(model).length
  const split = model.entities.filter((entity) => entity.split).length
  const stores = [
    postgres === 0 ? '' : `${number(postgres)} in PostgreSQL`,
    mongo === 0 ? '' : `${number(mongo)} in MongoDB`,
    objects === 0 ? '' : `${counted(objects, 'object')} in S3`,
    split === 0 ? '' : `${number(split)} split`,
  ].filter((text) => text !== '')
  const all = `${counted(model.files.length, 'file')}, ${counted(model.entities.length, 'entity')}`
  return stores.length === 0 ? all : `${all}: ${stores.join(', ')}`
}

/** `1 created, 3 changed, 118 unchanged (prisma 2, docs 2)`. */
export function changesText(changes: readonly Change[]): string {
  const count = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length
  const parts = [
    [count('create'), 'created'],
    [count('update'), 'changed'],
    [count('delete'), 'deleted'],
    [count('same'), 'unchanged'],
  ] as const
  const text = parts.flatMap(([amount, word]) => (amount === 0 ? [] : [`${number(amount)} ${word}`])).join(', ')
  const byEmitter = new Map<string, number>()
  for (const { emitter } of effects(changes)) byEmitter.set(emitter, (byEmitter.get(emitter) ?? 0) + 1)
  const emitters = [...byEmitter].map(([emitter, amount]) => `${emitter} ${number(amount)}`).join(', ')
  return emitters === '' ? `nothing to do, ${text}` : `${text} (${emitters})`
}

function number(value: number): string {
  return inGroups(value)
}
