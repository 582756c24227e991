import type {
  LifecycleDescription,
  RelationDescription,
  TableDescription,
} from '../../../../runtime/src/description/entity.ts'
import { toCase } from '../../../base/casing.ts'
import { relationNames, scalarName } from '../../../catalog/prisma/member-names.ts'
import { modelName } from '../../../catalog/prisma/model-name.ts'
import { incomingOf, outgoingOf } from '../../../catalog/prisma/relations.ts'
import type { Index, Unique } from '../../../model/keys.ts'
import type { Lifecycle } from '../../../model/lifecycle.ts'
import { fieldNamed, type PostgresEntity } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import type { MongoPart } from '../../../model/mongo.ts'
import { describeColumn } from './field.ts'
import { entityMember } from './member.ts'

export function describeTable(entity: PostgresEntity, model: Model): TableDescription {
  const { postgres } = entity
  const compared = comparedIn(postgres)
  const prismaModel = modelName(model, entity.name)
  return {
    table: postgres.table.text,
    model: prismaModel,
    delegate: `${prismaModel.slice(0, 1).toLowerCase()}${prismaModel.slice(1)}`,
    fields: postgres.fields.map((field) => describeColumn(field, scalarName(entity, field), entity, compared)),
    relations: describeRelations(entity, model),
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

/** What keys and indexes name: the store compares it. */
export function comparedIn(part: {
  readonly uniques: readonly Unique[]
  readonly indexes: readonly Index[]
}): ReadonlySet<string> {
  return new Set([
    ...part.uniques.flatMap(({ fields }) => fields),
    ...part.indexes.flatMap(({ fields }) => fields.map(({ field }) => field)),
  ])
}

export function documentUniques(part: MongoPart): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    part.uniques.map(({ name, fields }) => [
      name.text,
      fields.map((field) => part.fields.find((one) => one.name === field)?.physical.text ?? field),
    ]),
  )
}

function describeRelations(entity: PostgresEntity, model: Model): Readonly<Record<string, RelationDescription>> {
  const outgoing = outgoingOf(model, entity)
  const incoming = incomingOf(model, entity)
  const names = relationNames(entity, outgoing, incoming)
  const out = outgoing.map(({ field, to }, at): [string, RelationDescription] => [
    names.outgoing[at] ?? toCase(field.name, 'camelCase'),
    { entity: entityMember(to.name), list: false, optional: field.optional },
  ])
  const into = incoming.map(({ from, single, field }, at): [string, RelationDescription] => [
    names.incoming[at] ?? toCase(field.name, 'camelCase'),
    { entity: entityMember(from.name), list: !single, optional: single },
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
