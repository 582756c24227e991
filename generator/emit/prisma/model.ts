import { relationNames, scalarName } from '../../catalog/prisma/member-names.ts'
import { modelName } from '../../catalog/prisma/model-name.ts'
import { incomingOf, outgoingOf } from '../../catalog/prisma/relations.ts'
import type { Field } from '../../model/field.ts'
import type { PostgresEntity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { quoted, type Token } from '../../print/prisma/escape.ts'
import { field, type ModelLine, printComments, printModel } from '../../print/prisma/print.ts'
import { attribute, blockAttribute, documentation } from '../../print/prisma/syntax.ts'
import { prismaDefault } from './default-value.ts'
import { fieldDocumentation, modelDocumentation } from './documentation.ts'
import { type PrismaKeys, prismaKeys } from './keys.ts'
import { inverseField, relationField } from './relation-field.ts'
import { prismaType } from './value-type.ts'

/** One table as a model, below its documentation: values, then relations, then keys and indexes. */
export function modelText(entity: PostgresEntity, model: Model): string {
  const { table, fields } = entity.postgres
  const keys = prismaKeys(entity)
  const name = modelName(model, entity.name)
  const about = modelDocumentation(entity)
  const comments = about === '' ? [] : documentation(about)
  const values = fields.flatMap((one) => valueLines(one, entity, keys, model))
  const map = table.text === name ? [] : [blockAttribute('map', [quoted(table.text)])]
  const groups = [values, relationLines(entity, model), [...keys.ofModel, ...map]]
  return `${printComments(comments)}${printModel(name, groups)}`
}

function relationLines(entity: PostgresEntity, model: Model): readonly ModelLine[] {
  const outgoing = outgoingOf(model, entity)
  const incoming = incomingOf(model, entity)
  const names = relationNames(entity, outgoing, incoming)
  return [
    ...outgoing.flatMap((relation, at) => relationField(model, relation, names.outgoing[at] ?? '')),
    ...incoming.flatMap((relation, at) => inverseField(model, relation, names.incoming[at] ?? '')),
  ]
}

function valueLines(one: Field, entity: PostgresEntity, keys: PrismaKeys, model: Model): readonly ModelLine[] {
  const member = scalarName(entity, one)
  const type = prismaType(one)
  const attributes: Token[] = []
  const key = keys.ofFields.get(one.name)
  if (key !== undefined) attributes.push(key)
  if (one.default !== undefined) attributes.push(attribute('default', [prismaDefault(one.default, type)]))
  if (one.physical.text !== member) attributes.push(attribute('map', [quoted(one.physical.text)]))
  if (type.native !== undefined) attributes.push(type.native)
  // A list is never null in Prisma: none reads as an empty one.
  const line = field(member, type.name, { list: type.list, optional: one.optional && !type.list, attributes })
  const about = fieldDocumentation(model, entity, one)
  return about === '' ? [line] : [...documentation(about), line]
}
