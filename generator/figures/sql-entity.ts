import { counted } from '../base/plural.ts'
import type { Field } from '../model/field.ts'
import { entityNamed, type PostgresEntity } from '../model/lookup.ts'
import type { Model } from '../model/model.ts'
import type { ErAttribute, ErEntity, ErRelation } from '../print/mermaid/er-diagram.ts'
import { quoted, shortened } from '../print/mermaid/escape.ts'
import type { BoxClass } from '../print/mermaid/theme.ts'
import type { Weight } from './in-parts.ts'
import { hasPostgres, isTenant, type Link, linksOf, meaning, speaksForItself, uniqueAlone } from './relations.ts'
import { columnType } from './type-words.ts'

const commentLength = 56
/** Columns that one table shows; a table with more says how many are left out. */
const mostColumns = 150

/** A table with all its columns; with what they mean, or, one of several, with where they lead only. */
export function fullTable(model: Model, entity: PostgresEntity, said: 'where they lead' | 'meanings'): ErEntity {
  const uniques = uniqueAlone(model, entity.postgres.uniques)
  const attributes = entity.postgres.fields.slice(0, mostColumns).map((field): ErAttribute => {
    const comment = leadsTo(model, field) ?? (said === 'meanings' ? meaning(field) : undefined)
    return {
      type: columnType(field),
      name: field.physical.text,
      keys: keysOf(entity, field, uniques),
      ...(comment === undefined ? {} : { comment: shortened(comment, commentLength) }),
    }
  })
  const left = entity.postgres.fields.length - attributes.length
  if (left > 0) attributes.push({ type: 'and', name: 'more', keys: [], comment: `${counted(left, 'column')} more` })
  return { name: entity.postgres.table.text, class: 'postgres', attributes }
}

/** A table with its keys and the columns of its indexes: one of many. What every record carries is left out. */
export function keysAndIndexes(model: Model, entity: PostgresEntity, colour: BoxClass): ErEntity {
  const { indexes, uniques } = entity.postgres
  const shown = new Set(linksOf(model, entity.postgres).map(({ field }) => field.name))
  for (const { fields } of uniques) for (const name of fields) shown.add(name)
  for (const { fields } of indexes) for (const { field } of fields) shown.add(field)
  const alone = uniqueAlone(model, uniques)
  const fields = entity.postgres.fields.filter(
    (field) => isPrimary(entity, field) || (shown.has(field.name) && !field.publicId && !speaksForItself(field)),
  )
  return withColumns(entity, fields, alone, colour)
}

/** A table with its primary key and what else is asked for: a neighbour. */
export function keysOnly(
  entity: PostgresEntity,
  colour: BoxClass = 'outside',
  more: ReadonlySet<string> = new Set(),
): ErEntity {
  const fields = entity.postgres.fields.filter((field) => isPrimary(entity, field) || more.has(field.name))
  return withColumns(entity, fields, new Set(), colour)
}

function withColumns(
  entity: PostgresEntity,
  fields: readonly Field[],
  uniques: ReadonlySet<string>,
  colour: BoxClass,
): ErEntity {
  return {
    name: entity.postgres.table.text,
    class: colour,
    attributes: fields.slice(0, mostColumns).map((field) => ({
      type: columnType(field),
      name: field.physical.text,
      keys: keysOf(entity, field, uniques),
    })),
  }
}

/** The foreign keys of a table that are worth a line; equal ones to the same table share it. */
export function foreignKeys(model: Model, entity: PostgresEntity): readonly ErRelation[] {
  const byShape = new Map<string, { readonly relation: ErRelation; readonly labels: string[] }>()
  for (const link of linksOf(model, entity.postgres)) {
    if (link.type.mode !== 'foreign_key' || !hasPostgres(link.target)) continue
    const relation = foreignKey(entity, link.target, link)
    const shape = `${relation.from} ${relation.fromCardinality} ${relation.toCardinality}`
    const same = byShape.get(shape)
    if (same === undefined) byShape.set(shape, { relation, labels: [relation.label] })
    else same.labels.push(relation.label)
  }
  return [...byShape.values()].map(({ relation, labels }) => ({ ...relation, label: shortened(labels.join(', '), 80) }))
}

function foreignKey(entity: PostgresEntity, target: PostgresEntity, { field, relation }: Link): ErRelation {
  return {
    from: target.postgres.table.text,
    fromCardinality: field.optional ? 'zero or one' : 'one',
    to: entity.postgres.table.text,
    toCardinality: relation.inverse?.single === true ? 'zero or one' : 'many',
    line: 'solid',
    label: field.name,
  }
}

/** The line from a tenant's table to one of its tables, for the diagram where the tenants are at home. */
export function tenantLine(model: Model, tenants: PostgresEntity, entity: PostgresEntity): readonly ErRelation[] {
  const field = entity.postgres.fields.find((candidate) => isTenant(model, candidate))
  if (field === undefined || entity === tenants) return []
  return [
    {
      from: tenants.postgres.table.text,
      fromCardinality: field.optional ? 'zero or one' : 'one',
      to: entity.postgres.table.text,
      toCardinality: 'many',
      line: 'solid',
      label: field.name,
    },
  ]
}

/** At least what a table takes up, its lines and the boxes at their other ends included. */
export function weightOf(table: ErEntity, relations: readonly ErRelation[]): Weight {
  let characters = 60 + table.name.length + (table.title === undefined ? 0 : quoted(table.title).length)
  for (const { type, name, comment } of table.attributes) {
    characters += 24 + type.length + name.length + (comment === undefined ? 0 : quoted(comment).length)
  }
  for (const { from, to, label } of relations) characters += 120 + 2 * from.length + to.length + label.length
  return { characters, edges: relations.length }
}

function isPrimary(entity: PostgresEntity, field: Field): boolean {
  return entity.postgres.primaryKey.includes(field.name)
}

function keysOf(entity: PostgresEntity, field: Field, uniques: ReadonlySet<string>): ErAttribute['keys'] {
  const keys: ('PK' | 'FK' | 'UK')[] = []
  if (isPrimary(entity, field)) keys.push('PK')
  if (field.type.kind === 'ref' && field.type.mode === 'foreign_key') keys.push('FK')
  if (uniques.has(field.name) && !isPrimary(entity, field)) keys.push('UK')
  return keys
}

/** Where a column leads that no line of tables shows. */
function leadsTo(model: Model, field: Field): string | undefined {
  switch (field.type.kind) {
    case 'key':
      return `S3: ${field.type.object}`
    case 'part':
      return 'MongoDB: its document'
    case 'ref': {
      if (field.type.mode !== 'pointer') return undefined
      const target = entityNamed(model, field.type.entity)
      return `MongoDB: ${target.mongo?.collection.text ?? target.name}`
    }
    default:
      return undefined
  }
}
