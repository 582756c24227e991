import type { Enum, EnumValue } from '../../model/model.ts'
import type { SpecNode } from '../node.ts'
import type { Context } from './context.ts'
import type { Declared, DeclaredMap } from './declarations.ts'
import { aboutOf, asScalar, child, entries, innerSpan, items, keySpan, text } from './read.ts'
import type { Recall } from './recall.ts'

/** Resolves the enums: a list of values, or a mapping with a line about each. */
export function resolveEnums(declared: DeclaredMap, recall: Recall<Enum>, context: Sinks): ReadonlyMap<string, Enum> {
  const enums = new Map<string, Enum>()
  for (const one of declared.values()) {
    if (one.broken) continue
    const { domain, name, node } = one
    enums.set(
      name,
      recall(name, [node, domain], () => resolveEnum(one, context)),
    )
  }
  return enums
}

type Sinks = Pick<Context, 'report' | 'uses'>

function resolveEnum(declared: Declared, context: Sinks): Enum {
  const { domain, name, node, span } = declared
  return {
    name,
    span,
    ...aboutOf(node),
    ...(domain === undefined ? {} : { domain }),
    values: distinct(declared, valuesOf(node.kind === 'map' ? child(node, 'values') : node), context),
  }
}

function valuesOf(node: SpecNode | undefined): readonly EnumValue[] {
  if (node?.kind === 'map') {
    return entries(node).map((entry) => {
      const about = text(entry.value)
      return { name: entry.key, span: keySpan(entry), ...(about === undefined ? {} : { about: about.trim() }) }
    })
  }
  return items(node).flatMap((item) => {
    const scalar = asScalar(item)
    return scalar === undefined ? [] : [{ name: String(scalar.value), span: innerSpan(scalar) }]
  })
}

function distinct(declared: Declared, values: readonly EnumValue[], { report, uses }: Sinks): readonly EnumValue[] {
  const known = new Map<string, EnumValue>()
  for (const value of values) {
    const earlier = known.get(value.name)
    if (earlier === undefined) {
      known.set(value.name, value)
      uses.add(`value:${declared.name}.${value.name}`, value.span)
      continue
    }
    report({
      code: 'resolve/duplicate-value',
      severity: 'error',
      message: `\`${value.name}\` stands twice in the enum \`${declared.name}\``,
      span: value.span,
      label: 'again here',
      related: [{ span: earlier.span, label: 'first here' }],
      help: 'take one of them out',
    })
  }
  return [...known.values()]
}
