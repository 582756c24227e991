import type { Report } from '../../diagnostic/diagnostic.ts'
import type { FieldOrigin } from '../../model/field.ts'
import type { Span } from '../../source/source-file.ts'
import { entryOf, type MapNode, type ScalarNode, type SpecNode } from '../node.ts'
import { parseType, type TypeExpression } from '../type-grammar.ts'
import { asMap, asScalar, child, entries, flagAt, keySpan, numberAt, spanWithin } from './read.ts'
import type { Uses } from './uses.ts'

/** A field as written, its type parsed; nothing in it is looked up yet. `type` is absent where it could not be parsed. */
export interface FieldDeclaration {
  readonly name: string
  readonly span: Span
  readonly typeNode: ScalarNode | undefined
  readonly type: TypeExpression | undefined
  readonly options: MapNode | undefined
  readonly origin: FieldOrigin
  /** The owner in the keys of `Model.uses`: `mixin.base_fields`, `Invoice.postgres`. */
  readonly owner: string
}

/** Reads a `fields:` mapping. A field with a broken shape keeps its name, so that what refers to it is not reported too. */
export function declareFields(
  node: SpecNode | undefined,
  origin: FieldOrigin,
  owner: string,
  scope: { readonly report: Report; readonly uses: Uses; readonly isBroken: (node: SpecNode) => boolean },
): readonly FieldDeclaration[] {
  return entries(node).map((entry) => {
    const span = keySpan(entry)
    scope.uses.add(`field:${owner}.${entry.key}`, span)
    const options = asMap(entry.value)
    const typeNode = asScalar(entry.value) ?? asScalar(child(options, 'type'))
    const broken = scope.isBroken(entry.value) || typeNode === undefined || scope.isBroken(typeNode)
    const type = broken ? undefined : typeOf(typeNode, options, scope.report)
    return { name: entry.key, span, typeNode, type, options, origin, owner }
  })
}

function typeOf(node: ScalarNode, options: MapNode | undefined, report: Report): TypeExpression | undefined {
  const parsed = parseType(String(node.value))
  if ('message' in parsed) {
    report({
      code: 'type/syntax',
      severity: 'error',
      message: parsed.message,
      span: spanWithin(node, parsed.start, parsed.end),
      help: parsed.help,
    })
    return undefined
  }
  const list = flagAt(options, 'list') ?? parsed.list
  const optional = flagAt(options, 'optional') ?? parsed.optional
  const arguments_ = parsed.arguments.length > 0
  const twice = [
    ...(parsed.list && !list ? ['list'] : []),
    ...(parsed.optional && !optional ? ['optional'] : []),
    ...(arguments_ ? ['length', 'precision', 'scale'].filter((key) => child(options, key) !== undefined) : []),
  ]
  for (const key of twice) reportContradiction(key, node, options, report)
  const written = parsed.arguments.length > 0 ? parsed.arguments : argumentsFrom(parsed.name.text, options)
  return { ...parsed, arguments: written, list, optional }
}

/** The compact form says it already: of two answers one would be lost. */
function reportContradiction(key: string, node: ScalarNode, options: MapNode | undefined, report: Report): void {
  const entry = options === undefined ? undefined : entryOf(options, key)
  if (entry === undefined) return
  report({
    code: 'resolve/bad-option',
    severity: 'error',
    message: `\`${key}\` says otherwise than the type \`${String(node.value)}\``,
    span: keySpan(entry),
    related: [{ span: node.span, label: 'the type says it already' }],
    help: `leave \`${key}\` out, or take it out of the type`,
  })
}

/** `length`, `precision` and `scale` say the same as the arguments of the compact form. */
function argumentsFrom(name: string, options: MapNode | undefined): TypeExpression['arguments'] {
  const keys = name === 'string' ? ['length'] : name === 'decimal' ? ['precision', 'scale'] : []
  return keys.flatMap((key) => {
    const value = numberAt(options, key)
    return value === undefined ? [] : [{ text: String(value), start: 0, end: 0 }]
  })
}

/** A type's text in one form, without whether it is optional: two fields of one name must agree in it. */
export function typeText(type: TypeExpression): string {
  const written = type.arguments.length === 0 ? '' : `(${type.arguments.map((argument) => argument.text).join(',')})`
  return `${type.name.text}${written}${type.list ? '[]' : ''}`
}
