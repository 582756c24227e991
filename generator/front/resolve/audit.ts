import type { Entity } from '../../model/entity.ts'
import type { Field } from '../../model/field.ts'
import { hasCollection, type MongoEntity } from '../../model/lookup.ts'
import type { Audit, AuditSlot } from '../../model/project.ts'
import type { ScalarNode, SpecNode } from '../node.ts'
import type { AuditContext } from './audit-context.ts'
import { slotFaults } from './audit-slots.ts'
import { movesToRecord } from './audited-moves.ts'
import { asScalar, child, entries, innerSpan } from './read.ts'
import { unknownName } from './unknown-name.ts'

const auditSlots: readonly AuditSlot[] = [
  'action',
  'actor',
  'entity',
  'entity_ref_id',
  'before',
  'after',
  'occurred_on',
  'dedupe_key',
]

/** Reads `audit:` of the project file. Undefined where there is none, or where it is unsound: that is reported. */
export function resolveAudit(node: SpecNode | undefined, context: AuditContext): Audit | undefined {
  const named = asScalar(node) ?? asScalar(child(node, 'entity'))
  if (named === undefined) return undefined
  const entity = auditedEntity(named, context)
  if (entity === undefined || !fitsTenancy(entity, named, context)) return undefined
  const fields = new Slots(entity, named, child(node, 'fields'), context)
  const found = auditSlots.map((slot) => [slot, fields.field(slot)] as const)
  const isWhole = reportShared(found, named, context)
  // What a slot that is not found was to fill is not known.
  const taken = found.flatMap(([, field]) => field?.name ?? [])
  if (taken.length === auditSlots.length) fields.reportRequired(new Set(taken))
  const [action, actor, kind, record, before, after, occurred, dedupe] = found.map(([, field]) => field?.name)
  if (!isWhole || fields.failed || action === undefined || actor === undefined || kind === undefined) return undefined
  if (record === undefined || before === undefined || after === undefined) return undefined
  if (occurred === undefined || dedupe === undefined) return undefined
  return {
    entity: entity.name,
    fields: {
      action,
      actor,
      entity: kind,
      entity_ref_id: record,
      before,
      after,
      occurred_on: occurred,
      dedupe_key: dedupe,
    },
    span: innerSpan(named),
  }
}

function auditedEntity(node: ScalarNode, { declared, entities, use, report, undeclared }: AuditContext) {
  const name = String(node.value)
  const span = innerSpan(node)
  if (!declared.entities.has(name)) {
    const message = `no entity is named \`${name}\``
    undeclared(unknownName('resolve/unknown-entity', message, name, span, declared.entities.keys()))
    return undefined
  }
  use(`entity:${name}`, span)
  // One that is declared and not there has been reported.
  const entity = entities.find((one) => one.name === name)
  if (entity === undefined) return undefined
  if (hasCollection(entity) && entity.root === 'mongo' && !entity.split) return entity
  report({
    code: 'resolve/bad-audit',
    severity: 'error',
    message: `\`${name}\` cannot keep what was done: such a record is one document of MongoDB`,
    span,
    related: [{ span: entity.span, label: 'it is declared here' }],
    help: 'name an entity with a `mongo` part and no other',
  })
  return undefined
}

/** What was done to a tenant's record is seen by that tenant. */
function fitsTenancy(entity: MongoEntity, node: ScalarNode, { project, entities, report }: AuditContext): boolean {
  if (project.tenancy === undefined || entity.tenancy.mode === 'shared') return true
  const common = entities.find((one) => movesToRecord(one) !== undefined && belongsToNone(one))
  if (entity.tenancy.mode === 'required' && common === undefined) return true
  const isOpen = entity.tenancy.mode !== 'required'
  report({
    code: 'resolve/bad-audit',
    severity: 'error',
    message: isOpen
      ? `the records of \`${entity.name}\` belong to no tenant, and what was done is a tenant's own`
      : `every record of \`${entity.name}\` belongs to a tenant, and what moves in \`${common?.name}\` may belong to none`,
    span: innerSpan(node),
    related: [{ span: (isOpen ? entity : (common ?? entity)).tenancy.span, label: 'its tenancy is declared here' }],
    help: isOpen
      ? 'leave its `tenancy` out, or write `shared` where records without a tenant move too'
      : `write \`tenancy: shared\` for \`${entity.name}\`, or give \`${common?.name}\` no life cycle`,
  })
  return false
}

function belongsToNone({ tenancy }: Entity): boolean {
  return tenancy.mode === 'none' || tenancy.mode === 'shared'
}

/** Finds the field for each thing that a record holds. */
class Slots {
  failed = false
  readonly #entity: MongoEntity
  readonly #named: ScalarNode
  readonly #written: ReadonlyMap<string, ScalarNode>
  readonly #context: AuditContext

  constructor(entity: MongoEntity, named: ScalarNode, fields: SpecNode | undefined, context: AuditContext) {
    this.#entity = entity
    this.#named = named
    this.#written = new Map(
      entries(fields).flatMap(({ key, value }) => {
        const scalar = asScalar(value)
        return scalar === undefined ? [] : [[key, scalar] as const]
      }),
    )
    this.#context = context
  }

  field(slot: AuditSlot): Field | undefined {
    const node = this.#written.get(slot)
    const name = node === undefined ? slot : String(node.value)
    const span = innerSpan(node ?? this.#named)
    const field = this.#entity.mongo.fields.find((one) => one.name === name)
    if (field === undefined) {
      this.#reportUnknown(slot, name, node)
      return undefined
    }
    if (node !== undefined) this.#context.use(`field:${this.#ownerOf(field)}.${name}`, span)
    for (const fault of slotFaults(slot, field, this.#entity, this.#context)) {
      this.failed = true
      this.#context.report({
        code: 'resolve/bad-audit',
        severity: 'error',
        message: `\`${name}\` of \`${this.#entity.name}\` ${fault.message}`,
        span,
        related: [{ span: field.typeSpan, label: 'its type is declared here' }],
        help: fault.help,
      })
    }
    return field
  }

  /** What nothing of a move fills must be fillable without it. */
  reportRequired(taken: ReadonlySet<string>): void {
    for (const field of this.#entity.mongo.fields) {
      const { name, origin, optional, default: start, publicId } = field
      const isBase = origin.kind === 'tenant' || (origin.kind === 'mixin' && origin.role !== 'plain') || publicId
      if (taken.has(name) || optional || start !== undefined || isBase) continue
      this.failed = true
      this.#context.report({
        code: 'resolve/bad-audit',
        severity: 'error',
        message: `\`${name}\` of \`${this.#entity.name}\` is required, and nothing of what was done fills it`,
        span: innerSpan(this.#named),
        related: [{ span: field.span, label: 'the field is declared here' }],
        help: `make it optional, or give it a default`,
      })
    }
  }

  #reportUnknown(slot: AuditSlot, name: string, node: ScalarNode | undefined): void {
    this.failed = true
    const header = this.#context.headers.get(this.#entity.name)
    const own = entries(child(child(header?.declared.node, 'mongo'), 'fields'))
    // One that is declared and not there has been reported; where a mixin is unknown, it may give the field.
    if (header === undefined || header.open || own.some(({ key }) => key === name)) return
    const names = this.#entity.mongo.fields.map((field) => field.name)
    if (node !== undefined) {
      const message = `the documents of \`${this.#entity.name}\` have no field \`${name}\``
      this.#context.report(unknownName('resolve/unknown-field', message, name, innerSpan(node), names))
      return
    }
    this.#context.report({
      code: 'resolve/bad-audit',
      severity: 'error',
      message: `\`${this.#entity.name}\` has no field \`${name}\`, and \`audit\` does not say which one it is`,
      span: innerSpan(this.#named),
      help: `add the field, or name another: \`audit: { entity: ${this.#entity.name}, fields: { ${slot}: ... } }\``,
    })
  }

  #ownerOf({ origin }: Field): string {
    if (origin.kind === 'tenant') return 'tenancy'
    return origin.kind === 'mixin' ? `mixin.${origin.mixin}` : `${this.#entity.name}.mongo`
  }
}

/** A field holds one thing. */
function reportShared(
  found: readonly (readonly [AuditSlot, Field | undefined])[],
  node: ScalarNode,
  { report }: AuditContext,
): boolean {
  const taken = new Map<string, AuditSlot>()
  let isSound = true
  for (const [slot, field] of found) {
    if (field === undefined) continue
    const earlier = taken.get(field.name)
    taken.set(field.name, slot)
    if (earlier === undefined) continue
    isSound = false
    report({
      code: 'resolve/bad-audit',
      severity: 'error',
      message: `\`${field.name}\` cannot hold both \`${earlier}\` and \`${slot}\``,
      span: innerSpan(node),
      help: 'give each a field of its own',
    })
  }
  return isSound
}
