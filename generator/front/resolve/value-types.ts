import type { Field } from '../../model/field.ts'
import type { ValueType } from '../../model/model.ts'
import type { Context } from './context.ts'
import { findCycles } from './cycle.ts'
import type { Declared, DeclaredMap } from './declarations.ts'
import { resolveField } from './field.ts'
import { declareFields } from './field-declaration.ts'
import { aboutOf, child } from './read.ts'
import type { Recall } from './recall.ts'

/** Resolves the value types; one that contains itself has no end. */
export function resolveValueTypes(
  all: DeclaredMap,
  recall: Recall<ValueType>,
  context: Context,
): ReadonlyMap<string, ValueType> {
  const types = new Map<string, ValueType>()
  for (const declared of all.values()) {
    if (declared.broken) continue
    const { domain, name, node } = declared
    types.set(
      name,
      recall(name, [node, domain, context.project], () => resolveValueType(declared, context)),
    )
  }
  reportCycles(types, context)
  return types
}

function resolveValueType({ domain, name, node, span }: Declared, context: Context): ValueType {
  const fields = declareFields(child(node, 'fields'), { kind: 'own' }, `type.${name}`, context)
    .map((field) => resolveField(field, { store: 'value' }, name, context))
    .filter((field): field is Field => field !== undefined)
  return { name, span, ...aboutOf(node), ...(domain === undefined ? {} : { domain }), fields }
}

function reportCycles(types: ReadonlyMap<string, ValueType>, context: Context): void {
  const edges = new Map(
    [...types].map(
      ([name, type]) =>
        [name, type.fields.flatMap((field) => (field.type.kind === 'value' ? [field.type.valueType] : []))] as const,
    ),
  )
  for (const ring of findCycles(edges)) {
    const first = types.get(ring[0] ?? '')
    if (first === undefined) continue
    context.report({
      code: 'resolve/cyclic-type',
      severity: 'error',
      message: `the value type \`${ring[0]}\` contains itself: ${[...ring, ring[0]].join(' -> ')}`,
      span: first.span,
      related: ring.slice(1).flatMap((name) => {
        const span = types.get(name)?.span
        return span === undefined ? [] : [{ span, label: 'is on the way round' }]
      }),
      help: 'make one of them an entity and refer to it, or keep the deeper level as `json`',
    })
  }
}
