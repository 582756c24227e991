import type { Report } from '../../diagnostic/diagnostic.ts'
import type { Enum, EnumValue } from '../../model/model.ts'
import type { SpecNode } from '../node.ts'
import type { Declarations, Declared } from './declarations.ts'
import { aboutOf, asScalar, child, entries, innerSpan, items, keySpan, text } from './read.ts'
import type { Uses } from './uses.ts'

/** Resolves the enums: a list of values, or a mapping with a line about each. */
export function resolveEnums(declared: Declarations, uses: Uses, report: Report): ReadonlyMap<string, Enum> {
  const enums = new Map<string, Enum>()
  for (const one of declared.enums.values()) {
    if (one.broken) continue
    uses.add(`enum:${one.name}`, one.span)
    enums.set(one.name, {
      name: one.name,
      span: one.span,
      ...aboutOf(one.node),
      ...(one.domain === undefined ? {} : { domain: one.domain }),
      values: distinct(one, valuesOf(one.node.kind === 'map' ? child(one.node, 'values') : one.node), uses, report),
    })
  }
  return enums
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

function distinct(declared: Declared, values: readonly EnumValue[], uses: Uses, report: Report): readonly EnumValue[] {
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
