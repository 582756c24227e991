import type { Field, MixinRole } from '../../model/field.ts'
import type { Mixin } from '../../model/model.ts'
import type { Context } from './context.ts'
import { findCycles } from './cycle.ts'
import type { Declared, DeclaredMap } from './declarations.ts'
import type { EntityHeader } from './entity-header.ts'
import { resolveField } from './field.ts'
import { declareFields, type FieldDeclaration } from './field-declaration.ts'
import { mergeFields } from './merge-fields.ts'
import type { DeclaredMixin, MixinLayer } from './mixin-layer.ts'
import { aboutOf, asScalar, child, innerSpan, items, text, wordAt } from './read.ts'
import type { Recall } from './recall.ts'
import { unknownName } from './unknown-name.ts'

const roles: readonly MixinRole[] = ['base', 'mutable', 'soft_delete', 'plain']

/** Reads all mixins. */
export function declareMixins(
  all: DeclaredMap,
  recall: Recall<DeclaredMixin>,
  context: Context,
): ReadonlyMap<string, DeclaredMixin> {
  const mixins = new Map<string, DeclaredMixin>()
  for (const declared of all.values()) {
    if (declared.broken) continue
    mixins.set(
      declared.name,
      recall(declared.name, [declared.node], () => declareMixin(declared, context)),
    )
  }
  reportCycles(mixins, context)
  return mixins
}

function declareMixin(declared: Declared, context: Context): DeclaredMixin {
  const role = wordAt(declared.node, 'role', roles) ?? 'plain'
  const origin = { kind: 'mixin', mixin: declared.name, role } as const
  const own = declareFields(child(declared.node, 'fields'), origin, `mixin.${declared.name}`, context)
  return { declared, role, own, uses: readUses(declared.node, context) }
}

/** What each mixin gives its users: what it takes from others, then its own. */
export function layMixins(
  mixins: ReadonlyMap<string, DeclaredMixin>,
  context: Context,
): ReadonlyMap<string, readonly MixinLayer[]> {
  const laid = new Map<string, readonly MixinLayer[]>()
  const lay = (name: string): readonly MixinLayer[] => {
    const known = laid.get(name)
    if (known !== undefined) return known
    laid.set(name, [])
    const mixin = mixins.get(name)
    if (mixin === undefined) return []
    const taken = mixin.uses.flatMap(lay).map((layer) => inRole(layer, mixin.role))
    const layers = [...taken, { role: mixin.role, fields: mixin.own }]
    laid.set(name, layers)
    return layers
  }
  for (const [name, mixin] of mixins) requireMark(mixin, lay(name), context)
  return laid
}

/** The layers of an entity, in the order of precedence: later ones win. */
export function layersOf(header: EntityHeader, context: Context): readonly MixinLayer[] {
  return namesUsed(header.declared.node, context).flatMap((name) => context.layers.get(name) ?? [])
}

/** The mixins of the model, with their fields as rows hold them. */
export function resolveMixins(
  mixins: ReadonlyMap<string, DeclaredMixin>,
  recall: Recall<Mixin>,
  context: Context,
): readonly Mixin[] {
  return [...mixins.values()].map(({ declared, role }) =>
    recall(declared.name, [declared.node, context.project], () => {
      const layers = (context.layers.get(declared.name) ?? []).map((layer) => layer.fields)
      const merged = mergeFields(layers, [], context.report)
      const fields = merged.mixed
        .map((field) => resolveField(field, { store: 'postgres' }, declared.name, context))
        .filter((field): field is Field => field !== undefined)
      return { name: declared.name, span: declared.span, ...aboutOf(declared.node), role, fields }
    }),
  )
}

function reportCycles(mixins: ReadonlyMap<string, DeclaredMixin>, context: Context): void {
  const edges = new Map([...mixins].map(([name, mixin]) => [name, mixin.uses] as const))
  for (const ring of findCycles(edges)) {
    const first = mixins.get(ring[0] ?? '')
    if (first === undefined) continue
    context.report({
      code: 'resolve/cyclic-mixin',
      severity: 'error',
      message: `the mixin \`${ring[0]}\` uses itself: ${[...ring, ring[0]].join(' -> ')}`,
      span: first.declared.span,
      related: ring.slice(1).flatMap((name) => {
        const span = mixins.get(name)?.declared.span
        return span === undefined ? [] : [{ span, label: 'is on the way round' }]
      }),
      help: 'take one `use` of the ring out',
    })
  }
}

/** A layer in another role, made once: what uses it is told by it whether anything changed. */
const inRoles = new WeakMap<MixinLayer['fields'], Map<MixinRole, MixinLayer>>()

/** What a mixin takes from a plain one is its own: a base mixin's fields stand on every record, wherever they are declared. */
function inRole(layer: MixinLayer, role: MixinRole): MixinLayer {
  if (layer.role !== 'plain' || role === 'plain') return layer
  const made = inRoles.get(layer.fields)
  const known = made?.get(role)
  if (known !== undefined) return known
  const fields = layer.fields.map((field): FieldDeclaration => {
    const { origin } = field
    return origin.kind === 'mixin' ? { ...field, origin: { ...origin, role } } : field
  })
  const changed = { role, fields }
  inRoles.set(layer.fields, (made ?? new Map<MixinRole, MixinLayer>()).set(role, changed))
  return changed
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
