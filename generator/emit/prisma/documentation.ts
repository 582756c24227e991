import { assertNever } from '../../base/internal-error.ts'
import { namedScalar } from '../../catalog/prisma/member-names.ts'
import type { PrismaRelation } from '../../catalog/prisma/relations.ts'
import type { Field } from '../../model/field.ts'
import type { Index, Unique } from '../../model/keys.ts'
import { entityNamed, enumNamed, type PostgresEntity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { conditionText } from './condition.ts'

/** What is said of a model: its purpose, then what the database holds to and Prisma's language cannot say. */
export function modelDocumentation(entity: PostgresEntity): string {
  const { postgres } = entity
  const member = (field: string): string => namedScalar(entity, field)
  const unseen = [
    ...postgres.uniques.filter(({ full }) => !full).map((unique) => uniqueText(entity, unique, member)),
    ...postgres.indexes.filter(({ where }) => where.length > 0).map((index) => indexText(index, member)),
  ]
  const facts = [
    ...(postgres.appendOnly ? ['Append-only: the database refuses updates and deletes.'] : []),
    ...(postgres.partition === undefined
      ? []
      : [`Partitioned by ${postgres.partition.every} of ${member(postgres.partition.by)}.`]),
    ...(unseen.length === 0 ? [] : ['Beyond what Prisma can say:', ...unseen]),
  ]
  const about = entity.about === undefined ? [] : [entity.about.trim()]
  return [...about, ...(about.length > 0 && facts.length > 0 ? [''] : []), ...facts].join('\n')
}

function uniqueText(
  entity: PostgresEntity,
  { fields, where, deleted, name, about }: Unique,
  member: (field: string) => string,
): string {
  const conditions = where.map((condition) => conditionText(condition, member))
  const live =
    deleted === 'ignored' && entity.softDelete !== undefined ? [`${member(entity.softDelete.on)} is null`] : []
  return entry(`unique (${fields.map(member).join(', ')})`, [...conditions, ...live], name.text, about)
}

function indexText({ fields, where, name, about }: Index, member: (field: string) => string): string {
  const listed = fields.map(({ field, order }) => (order === 'desc' ? `${member(field)} desc` : member(field)))
  return entry(
    `index (${listed.join(', ')})`,
    where.map((condition) => conditionText(condition, member)),
    name.text,
    about,
  )
}

function entry(what: string, conditions: readonly string[], name: string, about: string | undefined): string {
  const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`
  return `- ${name}: ${what}${where}${about === undefined ? '' : `. ${about.trim()}`}`
}

/** What is said of a stored value: its purpose, then what its type in Prisma does not tell. */
export function fieldDocumentation(model: Model, entity: PostgresEntity, field: Field): string {
  const parts = [field.about?.trim(), typeText(model, entity, field), boundsText(field)]
  return parts.filter((part) => part !== undefined && part !== '').join('\n')
}

function typeText(model: Model, entity: PostgresEntity, { name, type, list }: Field): string | undefined {
  switch (type.kind) {
    case 'scalar':
      return undefined
    case 'enum': {
      const values = enumNamed(model, type.enum).values.map((value) => value.name)
      const moves = entity.postgres.lifecycle?.field === name ? '; moves only along its life cycle' : ''
      return `${type.enum}: ${values.join(', ')}${moves}.`
    }
    case 'value':
      return list ? `A list of ${type.valueType}, as JSON.` : `${type.valueType}, as JSON.`
    case 'key': {
      const bucket = entity.s3?.objects.find((object) => object.name === type.object)?.bucket
      return `Key of the object ${type.object}${bucket === undefined ? '' : ` in the bucket ${bucket}`}.`
    }
    case 'part':
      return `The _id of its document in ${entity.mongo?.collection.text ?? 'MongoDB'} (MongoDB).`
    case 'ref':
      return type.mode === 'pointer' ? pointerText(model, type.entity, type.holds) : undefined
    default:
      return assertNever(type)
  }
}

function pointerText(model: Model, target: string, holds: 'id' | 'ref_id' | 'object_id'): string {
  const { mongo } = entityNamed(model, target)
  const where = mongo === undefined ? '' : `, in ${mongo.collection.text} (MongoDB)`
  return `Holds the ${holds === 'object_id' ? '_id' : holds} of ${target}${where}.`
}

function boundsText({ min, max, pattern }: Field): string {
  const bounds = [
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
    ...(pattern === undefined ? [] : [`matches ${pattern}`]),
  ]
  return bounds.length === 0 ? '' : `Allowed: ${bounds.join(', ')}.`
}

/** What Prisma cannot be told of a relation, from the side that holds the key. */
export function relationDocumentation({ field, pairs }: PrismaRelation): string {
  if (field.relation?.onDelete !== 'set_null' || pairs.length === 1) return ''
  return `Where the record it refers to is deleted, the database empties ${field.physical.text} alone.`
}

/** What Prisma cannot be told of a relation, from the side it refers to. */
export function inverseDocumentation({ field, single }: PrismaRelation): string {
  return field.relation?.inverse?.single === true && !single ? 'At most one that is not deleted.' : ''
}
