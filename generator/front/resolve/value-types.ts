import type { Field } from '../../model/field.ts'
import type { ValueType } from '../../model/model.ts'
import type { Context } from './context.ts'
import { findCycles } from './cycle.ts'
import { resolveField } from './field.ts'
import { declareFields } from './field-declaration.ts'
import { aboutOf, child } from './read.ts'

/** Resolves the value types; one that contains itself has no end. */
export function resolveValueTypes(context: Context): ReadonlyMap<string, ValueType> {
  const types = new Map<string, ValueType>()
  for (const declared of context.declared.valueTypes.values()) {
    if (declared.broken) continue
    context.uses.add(`type:${declared.name}`, declared.span)
    const fields = declareFields(child(declared.node, 'fields'), { kind: 'own' }, `type.${declared.name}`, context)
      .map((field) => resolveField(field, { store: 'value' }, declared.name, context))
      .filter((field): field is Field => field !== undefined)
    types.set(declared.name, {
      name: declared.name,
      span: declared.span,
      ...aboutOf(declared.node),
      ...(declared.domain === undefined ? {} : { domain: declared.domain }),
      fields,
    })
  }
  reportCycles(types, context)
  return types
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
