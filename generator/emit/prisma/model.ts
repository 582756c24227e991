import type { Field } from '../../model/field.ts'
import type { PostgresEntity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { quoted } from '../../print/prisma/escape.ts'
import {
  attribute,
  blank,
  model as block,
  blockAttribute,
  documentation,
  field,
  type ModelLine,
  type SchemaItem,
} from '../../print/prisma/tree.ts'
import { prismaDefault } from './default-value.ts'
import { fieldDocumentation, modelDocumentation } from './documentation.ts'
import { type PrismaKeys, prismaKeys } from './keys.ts'
import type { Names } from './names.ts'
import { inverseField, relationField } from './relation-field.ts'
import type { PrismaRelation } from './relations.ts'
import { prismaType } from './value-type.ts'

/** What an entity's model is made from, beside the entity. */
export interface Surroundings {
  readonly model: Model
  readonly names: Names
  /** By the name of the entity that holds the key. */
  readonly outgoing: ReadonlyMap<string, readonly PrismaRelation[]>
  /** By the name of the entity that is referred to. */
  readonly incoming: ReadonlyMap<string, readonly PrismaRelation[]>
}

/** One table as a model, below its documentation: values, then relations, then keys and indexes. */
export function lowerEntity(entity: PostgresEntity, around: Surroundings): readonly SchemaItem[] {
  const { names } = around
  const { table } = entity.postgres
  const fields = new Map(entity.postgres.fields.map((one) => [one.name, one] as const))
  const keys = prismaKeys(entity, fields, names)
  const modelName = names.model(entity.name)
  const groups: readonly (readonly ModelLine[])[] = [
    entity.postgres.fields.flatMap((one) => lowerField(one, entity, keys, around)),
    [
      ...(around.outgoing.get(entity.name) ?? []).flatMap((relation) => relationField(relation, names)),
      ...(around.incoming.get(entity.name) ?? []).flatMap((relation) => inverseField(relation, names)),
    ],
    [...keys.ofModel, ...(table.text === modelName ? [] : [blockAttribute('map', [quoted(table.text)])])],
  ]
  const about = modelDocumentation(entity, names)
  return [...(about === '' ? [] : documentation(about)), block(modelName, separated(groups))]
}

/** Groups of lines with an empty line between each two. */
function separated(groups: readonly (readonly ModelLine[])[]): readonly ModelLine[] {
  return groups.filter((group) => group.length > 0).flatMap((group, index) => (index === 0 ? group : [blank, ...group]))
}

function lowerField(
  one: Field,
  entity: PostgresEntity,
  keys: PrismaKeys,
  { model, names }: Surroundings,
): readonly ModelLine[] {
  const member = names.scalar(entity.name, one.name)
  const key = keys.ofFields.get(one.name)
  const type = prismaType(one)
  const about = fieldDocumentation(model, entity, one)
  return [
    ...(about === '' ? [] : documentation(about)),
    field(member, type.name, {
      list: type.list,
      // A list is never null in Prisma: none reads as an empty one.
      optional: one.optional && !type.list,
      attributes: [
        ...(key === undefined ? [] : [key]),
        ...(one.default === undefined ? [] : [attribute('default', [prismaDefault(one.default, type)])]),
        ...(one.physical.text === member ? [] : [attribute('map', [quoted(one.physical.text)])]),
        ...(type.native === undefined ? [] : [type.native]),
      ],
    }),
  ]
}
