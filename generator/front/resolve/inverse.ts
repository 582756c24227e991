import { toCase } from '../../base/casing.ts'
import { plural } from '../../base/plural.ts'
import type { Entity } from '../../model/entity.ts'
import type { Field, Inverse, Relation } from '../../model/field.ts'
import type { PostgresPart } from '../../model/postgres.ts'
import type { SpecNode } from '../node.ts'
import type { Context } from './context.ts'
import { asScalar, child, entries, innerSpan, text } from './read.ts'

/**
 * Gives every foreign key its other side: the member by which the referenced entity reaches the rows that refer to it.
 * The default is the plural of the referring entity, with the field's name where that alone would be ambiguous.
 */
export function addInverses(all: readonly Entity[], context: Context): readonly Entity[] {
  const members = new Map(all.map((entity) => [entity.name, membersOf(entity)] as const))
  const pairs = countPairs(all)
  return all.map((entity) => {
    const { postgres } = entity
    if (postgres === undefined) return entity
    const fields = postgres.fields.map((field): Field => {
      const { type, relation } = field
      if (type.kind !== 'ref' || type.mode !== 'foreign_key' || relation === undefined || relation.bookkeeping)
        return field
      const single = isSingle(postgres, field, relation)
      const member = nameInverse(entity, field, type.entity, single, pairs, members, context)
      const inverse: Inverse = { member, single }
      return { ...field, relation: { ...relation, inverse } }
    })
    return { ...entity, postgres: { ...postgres, fields } }
  })
}

function membersOf(entity: Entity): Set<string> {
  return new Set(
    entity.postgres?.fields.flatMap((field) => [
      field.member,
      ...(field.relation === undefined ? [] : [field.relation.member]),
    ]),
  )
}

function pairOf(from: string, to: string): string {
  return `${from} ${to}`
}

function countPairs(all: readonly Entity[]): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>()
  for (const entity of all) {
    for (const { type, relation } of entity.postgres?.fields ?? []) {
      if (type.kind !== 'ref' || relation === undefined || relation.bookkeeping) continue
      const pair = pairOf(entity.name, type.entity)
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
  }
  return pairs
}

/** At most one row refers to a target where a full unique covers exactly the foreign key's columns. */
function isSingle(part: PostgresPart, field: Field, relation: Relation): boolean {
  const tenant = part.fields.find((one) => one.origin.kind === 'tenant')
  const columns = relation.withTenant && tenant !== undefined ? [tenant.name, field.name] : [field.name]
  return part.uniques.some(
    (unique) =>
      unique.full && unique.fields.length === columns.length && columns.every((name) => unique.fields.includes(name)),
  )
}

function nameInverse(
  from: Entity,
  field: Field,
  target: string,
  single: boolean,
  pairs: ReadonlyMap<string, number>,
  members: ReadonlyMap<string, Set<string>>,
  context: Context,
): string {
  const taken = members.get(target) ?? new Set<string>()
  const declared = inverseNode(from, field, context)
  const written = text(declared)
  if (declared?.kind === 'scalar' && written !== undefined) {
    const member = toCase(written, 'camelCase')
    if (taken.has(member)) {
      context.report({
        code: 'resolve/name-collision',
        severity: 'error',
        message: `\`${target}\` already has a member \`${member}\``,
        span: innerSpan(declared),
        help: 'choose another name for the inverse side',
      })
    }
    taken.add(member)
    return member
  }
  const base = toCase(single ? from.name : plural(from.name), 'camelCase')
  const precise = `${base}${toCase(field.name, 'PascalCase')}`
  const several = (pairs.get(pairOf(from.name, target)) ?? 0) > 1 || from.name === target
  let member = several || taken.has(base) ? precise : base
  for (let count = 2; taken.has(member); count += 1) member = `${precise}${count}`
  taken.add(member)
  return member
}

function inverseNode(from: Entity, field: Field, context: Context): SpecNode | undefined {
  if (field.origin.kind === 'tenant') return undefined
  const owner =
    field.origin.kind === 'mixin'
      ? context.declared.mixins.get(field.origin.mixin)?.node
      : child(context.headers.get(from.name)?.declared.node, 'postgres')
  const fields = child(owner, 'fields')
  const options = entries(fields).find((entry) => entry.key === field.name)?.value
  return asScalar(child(options, 'inverse'))
}
