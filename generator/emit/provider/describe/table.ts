import type {
  LifecycleDescription,
  RelationDescription,
  TableDescription,
} from '../../../../runtime/src/description/entity.ts'
import { toCase } from '../../../base/casing.ts'
import { freeName } from '../../../catalog/prisma/free-name.ts'
import { relationNames, scalarName } from '../../../catalog/prisma/member-names.ts'
import { modelName } from '../../../catalog/prisma/model-name.ts'
import { incomingOf, outgoingOf, type PrismaRelation } from '../../../catalog/prisma/relations.ts'
import { comparedIn } from '../../../model/encrypted.ts'
import type { Field } from '../../../model/field.ts'
import type { Lifecycle } from '../../../model/lifecycle.ts'
import { fieldNamed, type PostgresEntity } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import type { MongoPart } from '../../../model/mongo.ts'
import { entityMember } from '../../typescript/data-members.ts'
import { describeColumn } from './field.ts'

export function describeTable(entity: PostgresEntity, model: Model): TableDescription {
  const { postgres } = entity
  const place = { model, entity, compared: comparedIn(postgres) }
  const relations = relationsOf(entity, model)
  const prismaModel = modelName(model, entity.name)
  return {
    table: postgres.table.text,
    model: prismaModel,
    delegate: `${prismaModel.slice(0, 1).toLowerCase()}${prismaModel.slice(1)}`,
    fields: postgres.fields.map((field) =>
      describeColumn(field, { name: scalarName(entity, field), relation: relations.called.get(field) }, place),
    ),
    relations: describeRelations(relations, model),
    appendOnly: postgres.appendOnly,
    partitioned: postgres.partition !== undefined,
    ...(postgres.lifecycle === undefined ? {} : { lifecycle: describeLifecycle(postgres.lifecycle, entity) }),
    uniques: Object.fromEntries(
      postgres.uniques.flatMap(({ name, sharedName, fields }) => {
        const members = fields.map((field) => scalarName(entity, fieldNamed(postgres, field)))
        return [name, ...(sharedName === undefined ? [] : [sharedName])].map(({ text }) => [text, members])
      }),
    ),
    lookups: Object.fromEntries(
      postgres.fields.flatMap((field) =>
        field.finder === undefined ? [] : [[scalarName(entity, field), `stowage.${field.finder.text}`]],
      ),
    ),
  }
}

export function documentUniques(part: MongoPart): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    part.uniques.map(({ name, fields }) => [
      name.text,
      fields.map((field) => part.fields.find((one) => one.name === field)?.physical.text ?? field),
    ]),
  )
}

interface Relations {
  readonly outgoing: readonly (readonly [member: string, relation: PrismaRelation])[]
  readonly incoming: readonly (readonly [member: string, relation: PrismaRelation])[]
  /** What a caller may give a public id under; never the member of something else. */
  readonly called: ReadonlyMap<Field, string>
}

function relationsOf(entity: PostgresEntity, model: Model): Relations {
  const { fields } = entity.postgres
  const outgoing = outgoingOf(model, entity)
  const incoming = incomingOf(model, entity)
  const names = relationNames(entity, outgoing, incoming)
  const called = new Map(outgoing.map(({ field }, at) => [field, names.outgoing[at] ?? field.member]))
  const taken = new Set([...fields.map((field) => scalarName(entity, field)), ...names.outgoing, ...names.incoming])
  for (const field of fields) {
    if (field.type.kind !== 'ref' || called.has(field)) continue
    const name = freeName(field.relation?.member ?? toCase(field.name, 'camelCase'), (one) => taken.has(one))
    taken.add(name)
    called.set(field, name)
  }
  return {
    outgoing: outgoing.map((relation, at) => [names.outgoing[at] ?? relation.field.member, relation]),
    incoming: incoming.map((relation, at) => [names.incoming[at] ?? relation.field.member, relation]),
    called,
  }
}

function describeRelations(
  { outgoing, incoming }: Relations,
  model: Model,
): Readonly<Record<string, RelationDescription>> {
  const out = outgoing.map(([member, { field, to }]): [string, RelationDescription] => [
    member,
    { entity: entityMember(model, to.name), list: false, optional: field.optional },
  ])
  const into = incoming.map(([member, { from, single }]): [string, RelationDescription] => [
    member,
    { entity: entityMember(model, from.name), list: !single, optional: single },
  ])
  return Object.fromEntries([...out, ...into])
}

function describeLifecycle({ field, start, states }: Lifecycle, entity: PostgresEntity): LifecycleDescription {
  return {
    field: scalarName(entity, fieldNamed(entity.postgres, field)),
    start,
    allow: Object.fromEntries(states.map(({ name, to }) => [name, to.map(({ state }) => state)])),
  }
}
