import type { Lifecycle, State } from '../../model/lifecycle.ts'
import type { Span } from '../../source/source-file.ts'
import type { SpecNode } from '../node.ts'
import type { Context } from './context.ts'
import type { PartScope } from './part-scope.ts'
import { asScalar, child, entries, innerSpan, items, keySpan, text } from './read.ts'
import { unknownName } from './unknown-name.ts'

/** Reads `lifecycle:`. Every value of the enum becomes a state; one that `allow` leaves out is terminal. */
export function resolveLifecycle(
  node: SpecNode | undefined,
  scope: PartScope,
  context: Context,
): Lifecycle | undefined {
  const fieldNode = asScalar(child(node, 'field'))
  const startNode = asScalar(child(node, 'start'))
  if (node === undefined || fieldNode === undefined || startNode === undefined) return undefined
  const field = scope.fieldAt(fieldNode)
  if (field === undefined) return undefined
  if (field.type.kind !== 'enum' || field.list || field.optional) {
    context.report({
      code: 'resolve/bad-option',
      severity: 'error',
      message: `a life cycle needs one required enum, and \`${field.name}\` is ${field.type.kind !== 'enum' ? 'none' : field.list ? 'a list' : 'optional'}`,
      span: innerSpan(fieldNode),
      related: [{ span: field.typeSpan, label: 'its type is declared here' }],
      help: 'declare an enum with the states and use it as the type',
    })
    return undefined
  }
  const enumName = field.type.enum
  const values = context.enums.get(enumName)?.values ?? []
  const names = values.map((value) => value.name)
  const known = (name: string, span: Span, taken: ReadonlySet<string> = new Set()): boolean => {
    if (names.includes(name)) {
      context.uses.add(`value:${enumName}.${name}`, span)
      return true
    }
    const message = `\`${name}\` is no state: the enum \`${enumName}\` has no such value`
    // A key cannot become one that stands in the same mapping.
    const free = names.filter((each) => !taken.has(each))
    context.report(unknownName('resolve/unknown-value', message, name, span, free.length === 0 ? names : free))
    return false
  }

  const start = String(startNode.value)
  known(start, innerSpan(startNode))
  const moves = new Map<string, { readonly span: Span; readonly to: State['to'] }>()
  const allow = entries(child(node, 'allow'))
  const written = new Set(allow.map((entry) => entry.key))
  for (const entry of allow) {
    const span = keySpan(entry)
    if (!known(entry.key, span, written)) continue
    const to = items(entry.value).flatMap((item) => {
      const scalar = asScalar(item)
      if (scalar === undefined) return []
      const target = { state: String(scalar.value), span: innerSpan(scalar) }
      return known(target.state, target.span) ? [target] : []
    })
    moves.set(entry.key, { span, to })
  }
  const abouts = new Map<string, string>()
  for (const entry of entries(child(node, 'about'))) {
    const about = text(entry.value)
    if (known(entry.key, keySpan(entry)) && about !== undefined) abouts.set(entry.key, about)
  }
  const states = values.map((value): State => {
    const about = abouts.get(value.name) ?? value.about
    const move = moves.get(value.name)
    return {
      name: value.name,
      ...(about === undefined ? {} : { about }),
      to: move?.to ?? [],
      span: move?.span ?? value.span,
    }
  })
  return { field: field.name, enum: enumName, start, startSpan: innerSpan(startNode), states, span: node.span }
}
