import type { Field, MixinRole } from '../../model/field.ts'
import type { Mixin } from '../../model/model.ts'
import type { Context } from './context.ts'
import { findCycles } from './cycle.ts'
import type { Declared } from './declarations.ts'
import { resolveField } from './field.ts'
import { declareFields, type FieldDeclaration } from './field-declaration.ts'
import type { EntityHeader } from './header.ts'
import { mergeFields } from './merge-fields.ts'
import { aboutOf, asScalar, child, innerSpan, items, text, wordAt } from './read.ts'
import { unknownName } from './unknown-name.ts'

/** A mixin with its fields declared, but not those of the mixins it uses. */
interface DeclaredMixin {
  readonly declared: Declared
  readonly role: MixinRole
  readonly uses: readonly string[]
  readonly own: readonly FieldDeclaration[]
}

/** A mixin as an owner takes it: a layer of fields, each of one role. */
export interface MixinLayer {
  readonly role: MixinRole
  readonly fields: readonly FieldDeclaration[]
}

const roles: readonly MixinRole[] = ['base', 'mutable', 'soft_delete', 'plain']

/** All mixins, flattened on demand. */
export class DeclaredMixins {
  readonly #mixins = new Map<string, DeclaredMixin>()
  readonly #layers = new Map<string, readonly MixinLayer[]>()
  readonly #used = new Map<string, readonly MixinLayer[]>()

  constructor(context: Context) {
    for (const declared of context.declared.mixins.values()) {
      if (declared.broken) continue
      const role = wordAt(declared.node, 'role', roles) ?? 'plain'
      const origin = { kind: 'mixin', mixin: declared.name, role } as const
      const own = declareFields(child(declared.node, 'fields'), origin, `mixin.${declared.name}`, context)
      context.uses.add(`mixin:${declared.name}`, declared.span)
      this.#mixins.set(declared.name, { declared, role, own, uses: readUses(declared.node, context) })
    }
    this.#reportCycles(context)
    for (const [name, mixin] of this.#mixins) requireMark(mixin, this.#flatten(name), context)
  }

  /** The layers of an entity, in the order of precedence: later ones win. */
  usedBy(header: EntityHeader, context: Context): readonly MixinLayer[] {
    const known = this.#used.get(header.name)
    if (known !== undefined) return known
    const layers = namesUsed(header.declared.node, context).flatMap((name) => this.#flatten(name))
    this.#used.set(header.name, layers)
    return layers
  }

  /** The mixins of the model, with their fields as rows hold them. */
  resolve(context: Context): readonly Mixin[] {
    return [...this.#mixins.values()].map(({ declared, role }) => {
      const layers = this.#flatten(declared.name).map((layer) => layer.fields)
      const merged = mergeFields(layers, [], context.report)
      const fields = merged.mixed
        .map((field) => resolveField(field, { store: 'postgres' }, declared.name, context))
        .filter((field): field is Field => field !== undefined)
      return { name: declared.name, span: declared.span, ...aboutOf(declared.node), role, fields }
    })
  }

  #flatten(name: string): readonly MixinLayer[] {
    const known = this.#layers.get(name)
    if (known !== undefined) return known
    this.#layers.set(name, [])
    const mixin = this.#mixins.get(name)
    if (mixin === undefined) return []
    const taken = mixin.uses.flatMap((used) => this.#flatten(used)).map((layer) => inRole(layer, mixin.role))
    const layers = [...taken, { role: mixin.role, fields: mixin.own }]
    this.#layers.set(name, layers)
    return layers
  }

  #reportCycles(context: Context): void {
    const edges = new Map([...this.#mixins].map(([name, mixin]) => [name, mixin.uses] as const))
    for (const ring of findCycles(edges)) {
      const first = this.#mixins.get(ring[0] ?? '')
      if (first === undefined) continue
      context.report({
        code: 'resolve/cyclic-mixin',
        severity: 'error',
        message: `the mixin \`${ring[0]}\` uses itself: ${[...ring, ring[0]].join(' -> ')}`,
        span: first.declared.span,
        related: ring.slice(1).flatMap((name) => {
          const span = this.#mixins.get(name)?.declared.span
          return span === undefined ? [] : [{ span, label: 'is on the way round' }]
        }),
        help: 'take one `use` of the ring out',
      })
    }
  }
}

/** What a mixin takes from a plain one is its own: a base mixin's fields stand on every record, wherever they are declared. */
function inRole(layer: MixinLayer, role: MixinRole): MixinLayer {
  if (layer.role !== 'plain' || role === 'plain') return layer
  const fields = layer.fields.map((field): FieldDeclaration => {
    const { origin } = field
    return origin.kind === 'mixin' ? { ...field, origin: { ...origin, role } } : field
  })
  return { role, fields }
}

/** A record is deleted from the moment that the mixin's first timestamp holds: without one nothing would be. */
function requireMark(mixin: DeclaredMixin, layers: readonly MixinLayer[], context: Context): void {
  if (mixin.role !== 'soft_delete') return
  const fields = layers.flatMap((layer) => layer.fields)
  if (fields.some((field) => field.type === undefined)) return
  const mark = fields.find((field) => field.type?.name.text === 'timestamp')
  if (mark?.type?.optional === true && !mark.type.list) return
  const role = asScalar(child(mixin.declared.node, 'role'))
  context.report({
    code: 'resolve/bad-option',
    severity: 'error',
    message: 'a mixin of role `soft_delete` marks deleted records by an optional timestamp, and this one has none',
    span: mark?.span ?? (role === undefined ? mixin.declared.span : innerSpan(role)),
    help: 'add `deleted_on: timestamp?`',
  })
}

/** The mixins that a `use:` list names and that exist. */
function namesUsed(node: Declared['node'], context: Context): readonly string[] {
  return items(child(node, 'use')).flatMap((item) => {
    const name = text(item)
    return name !== undefined && context.declared.mixins.has(name) ? [name] : []
  })
}

/** Checks a `use:` list, and notes where it names a mixin. */
export function readUses(node: Declared['node'], context: Context): readonly string[] {
  for (const item of items(child(node, 'use'))) {
    const scalar = asScalar(item)
    const name = text(item)
    if (scalar === undefined || name === undefined || context.isBroken(item)) continue
    if (context.declared.mixins.has(name)) context.uses.add(`mixin:${name}`, innerSpan(scalar))
    else {
      const known = context.declared.mixins.keys()
      context.undeclared(
        unknownName(
          'resolve/unknown-mixin',
          `no mixin is named \`${name}\``,
          name,
          innerSpan(scalar),
          known,
          'declare it under `mixins:`',
        ),
      )
    }
  }
  return namesUsed(node, context)
}
