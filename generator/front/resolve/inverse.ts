import { toCase } from '../../base/casing.ts'
import { byCodeUnit } from '../../base/order.ts'
import { plural } from '../../base/plural.ts'
import { changesBetween } from '../../base/recall/changes.ts'
import { Groups } from '../../base/recall/groups.ts'
import type { Diagnostic, Report } from '../../diagnostic/diagnostic.ts'
import type { Entity } from '../../model/entity.ts'
import type { Field, Relation } from '../../model/field.ts'
import type { PostgresPart } from '../../model/postgres.ts'
import type { ScalarNode } from '../node.ts'
import type { Context } from './context.ts'
import type { EntityHeader } from './entity-header.ts'
import type { AssignedInverses, ClaimingEntity, InverseClaim } from './inverse-claim.ts'
import { asScalar, child, entries, innerSpan, text } from './read.ts'

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
  let named: { readonly one: string; readonly many: string } | undefined
  const claims: InverseClaim[] = []
  for (const [at, field] of fields.entries()) {
    const { name, relation, type } = field
    if (type.kind !== 'ref' || type.mode !== 'foreign_key' || relation === undefined || relation.bookkeeping) continue
    const single = entity.postgres !== undefined && isSingle(entity.postgres, field, relation)
    const node = inverseNode(field, header, context)
    const written = text(node)
    named ??= { one: toCase(entity.name, 'camelCase'), many: toCase(plural(entity.name), 'camelCase') }
    const base = single ? named.one : named.many
    const precise = `${base}${toCase(name, 'PascalCase')}`
    const isSeveral = (related.get(type.entity) ?? 0) > 1 || entity.name === type.entity
    claims.push({
      target: type.entity,
      at,
      single,
      ...(node === undefined || written === undefined
        ? {}
        : { declared: { member: toCase(written, 'camelCase'), node } }),
      names: isSeveral ? [precise] : [base, precise],
    })
  }
  return { entity, claims, members }
}

/**
 * Gives every foreign key its other side: the member by which the referenced entity reaches the rows that refer to it.
 * The default is the plural of the referring entity, with the field's name where that alone would be ambiguous. From turn to
 * turn only those entities are looked at of which something else is asked than before, and those that ask.
 */
export class InverseSides {
  readonly #claims = new Groups<ClaimingEntity, InverseClaim>(
    ({ claims }) => claims.map((claim) => ({ group: claim.target, part: claim })),
    (a, b) => byCodeUnit(a.entity.name, b.entity.name),
  )
  readonly #byName = new Map<string, ClaimingEntity>()
  readonly #assigned = new Map<string, AssignedInverses>()
  /** Of the targets for which something was found. */
  readonly #found = new Map<string, readonly Diagnostic[]>()
  readonly #made = new WeakMap<ClaimingEntity, Entity>()
  #claiming: readonly ClaimingEntity[] = []
  #entities: readonly Entity[] = []

  /** @param all by name */
  turnTo(all: readonly ClaimingEntity[], report: Report): readonly Entity[] {
    const changed = new Set(this.#claims.turnTo(all))
    const { come, gone } = changesBetween(this.#claiming, all)
    for (const { entity } of gone) {
      this.#byName.delete(entity.name)
      changed.add(entity.name)
    }
    for (const one of come) {
      this.#byName.set(one.entity.name, one)
      changed.add(one.entity.name)
    }
    for (const target of changed) this.#assign(target)
    for (const found of this.#found.values()) for (const diagnostic of found) report(diagnostic)
    const entities = all.map((one, at) => {
      const known = one === this.#claiming[at] ? this.#entities[at] : undefined
      if (known !== undefined && !one.claims.some(({ target }) => changed.has(target))) return known
      const entity = withInverses(one, this.#assigned, this.#made.get(one))
      this.#made.set(one, entity)
      return entity
    })
    this.#claiming = all
    this.#entities = entities
    return entities
  }

  #assign(target: string): void {
    const claims = this.#claims.get(target)
    const found: Diagnostic[] = []
    if (claims === undefined) this.#assigned.delete(target)
    else {
      const members = this.#byName.get(target)?.members ?? []
      this.#assigned.set(
        target,
        assign(target, members, claims, (diagnostic) => found.push(diagnostic)),
      )
    }
    if (found.length === 0) this.#found.delete(target)
    else this.#found.set(target, found)
  }
}

function assign(
  target: string,
  members: readonly string[],
  claims: readonly InverseClaim[],
  report: Report,
): AssignedInverses {
  const taken = new Set(members)
  const assigned = new Map<InverseClaim, string>()
  for (const claim of claims) {
    const { declared, names } = claim
    const member = declared?.member ?? free(names, taken)
    if (declared !== undefined && taken.has(member)) {
      report({
        code: 'resolve/name-collision',
        severity: 'error',
        message: `\`${target}\` already has a member \`${member}\``,
        span: innerSpan(declared.node),
        help: 'choose another name for the inverse side',
      })
    }
    taken.add(member)
    assigned.set(claim, member)
  }
  return assigned
}

function free(names: readonly string[], taken: ReadonlySet<string>): string {
  const name = names.find((one) => !taken.has(one))
  if (name !== undefined) return name
  const last = names.at(-1) ?? ''
  for (let count = 2; ; count += 1) if (!taken.has(`${last}${count}`)) return `${last}${count}`
}

/** @param known the entity with the inverse sides it had: it stands where they are the same */
function withInverses(
  { entity, claims }: ClaimingEntity,
  assigned: ReadonlyMap<string, AssignedInverses>,
  known: Entity | undefined,
): Entity {
  const { postgres } = entity
  if (postgres === undefined || claims.length === 0) return entity
  const memberOf = (claim: InverseClaim): string => assigned.get(claim.target)?.get(claim) ?? ''
  const isSame = claims.every(
    (claim) => known?.postgres?.fields[claim.at]?.relation?.inverse?.member === memberOf(claim),
  )
  if (known !== undefined && isSame) return known
  const fields = [...postgres.fields]
  for (const claim of claims) {
    const { at, single } = claim
    const field = fields[at]
    if (field?.relation === undefined) continue
    fields[at] = { ...field, relation: { ...field.relation, inverse: { member: memberOf(claim), single } } }
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
