import { toCase } from '../../base/casing.ts'
import { plural } from '../../base/plural.ts'
import type { Entity } from '../../model/entity.ts'
import type { Field, Relation } from '../../model/field.ts'
import type { PostgresPart } from '../../model/postgres.ts'
import type { ScalarNode } from '../node.ts'
import type { Context } from './context.ts'
import type { EntityHeader } from './entity-header.ts'
import type { AssignedInverses, ClaimingEntity, InverseClaim } from './inverse-claim.ts'
import { asScalar, child, entries, innerSpan, text } from './read.ts'
import type { Recall } from './recall.ts'

/** What an entity asks of others, by itself. */
export function claimInverses(entity: Entity, header: EntityHeader, context: Context): ClaimingEntity {
  const fields = entity.postgres?.fields ?? []
  const members = fields.flatMap(({ member, relation }) => [
    member,
    ...(relation === undefined ? [] : [relation.member]),
  ])
  const related = new Map<string, number>()
  for (const { type, relation } of fields) {
    if (type.kind !== 'ref' || relation === undefined || relation.bookkeeping) continue
    related.set(type.entity, (related.get(type.entity) ?? 0) + 1)
  }
  const claims = fields.flatMap((field, at): InverseClaim[] => {
    const { name, relation, type } = field
    if (type.kind !== 'ref' || type.mode !== 'foreign_key' || relation === undefined || relation.bookkeeping) return []
    const single = entity.postgres !== undefined && isSingle(entity.postgres, field, relation)
    const node = inverseNode(field, header, context)
    const written = text(node)
    const base = toCase(single ? entity.name : plural(entity.name), 'camelCase')
    const precise = `${base}${toCase(name, 'PascalCase')}`
    const isSeveral = (related.get(type.entity) ?? 0) > 1 || entity.name === type.entity
    return [
      {
        target: type.entity,
        at,
        single,
        ...(node === undefined || written === undefined
          ? {}
          : { declared: { member: toCase(written, 'camelCase'), node } }),
        names: isSeveral ? [precise] : [base, precise],
      },
    ]
  })
  return { entity, claims, members }
}

/**
 * Gives every foreign key its other side: the member by which the referenced entity reaches the rows that refer to it.
 * The default is the plural of the referring entity, with the field's name where that alone would be ambiguous.
 */
export function addInverses(
  all: readonly ClaimingEntity[],
  recall: { readonly inverses: Recall<AssignedInverses>; readonly entity: Recall<Entity> },
  context: Context,
): readonly Entity[] {
  const claims = new Map<string, InverseClaim[]>()
  for (const claim of all.flatMap((one) => one.claims)) {
    const known = claims.get(claim.target)
    if (known === undefined) claims.set(claim.target, [claim])
    else known.push(claim)
  }
  const members = new Map(all.map((one) => [one.entity.name, one.members] as const))
  const assigned = new Map<InverseClaim, string>()
  for (const [target, ofTarget] of claims) {
    const own = members.get(target) ?? []
    const names = recall.inverses(target, [own, ...ofTarget], () => assign(target, own, ofTarget, context))
    for (const [at, claim] of ofTarget.entries()) assigned.set(claim, names[at] ?? '')
  }
  return all.map((one) => {
    if (one.claims.length === 0) return one.entity
    const names = one.claims.map((claim) => assigned.get(claim) ?? '')
    return recall.entity(one.entity.name, [one, ...names], () => withInverses(one, names))
  })
}

function assign(
  target: string,
  members: readonly string[],
  claims: readonly InverseClaim[],
  context: Context,
): AssignedInverses {
  const taken = new Set(members)
  return claims.map(({ declared, names }) => {
    const member = declared?.member ?? free(names, taken)
    if (declared !== undefined && taken.has(member)) {
      context.report({
        code: 'resolve/name-collision',
        severity: 'error',
        message: `\`${target}\` already has a member \`${member}\``,
        span: innerSpan(declared.node),
        help: 'choose another name for the inverse side',
      })
    }
    taken.add(member)
    return member
  })
}

function free(names: readonly string[], taken: ReadonlySet<string>): string {
  const name = names.find((one) => !taken.has(one))
  if (name !== undefined) return name
  const last = names.at(-1) ?? ''
  for (let count = 2; ; count += 1) if (!taken.has(`${last}${count}`)) return `${last}${count}`
}

function withInverses({ entity, claims }: ClaimingEntity, names: readonly string[]): Entity {
  const { postgres } = entity
  if (postgres === undefined) return entity
  const fields = [...postgres.fields]
  for (const [index, { at, single }] of claims.entries()) {
    const field = fields[at]
    const member = names[index]
    if (field?.relation === undefined || member === undefined) continue
    fields[at] = { ...field, relation: { ...field.relation, inverse: { member, single } } }
  }
  return { ...entity, postgres: { ...postgres, fields } }
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

function inverseNode(field: Field, header: EntityHeader, context: Context): ScalarNode | undefined {
  if (field.origin.kind === 'tenant') return undefined
  const owner =
    field.origin.kind === 'mixin'
      ? context.declared.mixins.get(field.origin.mixin)?.node
      : child(header.declared.node, 'postgres')
  const fields = child(owner, 'fields')
  const options = entries(fields).find((entry) => entry.key === field.name)?.value
  return asScalar(child(options, 'inverse'))
}
