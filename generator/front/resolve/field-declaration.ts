import type { Report } from '../../diagnostic/diagnostic.ts'
import { replaced, writtenAt } from '../../diagnostic/text-edit.ts'
import type { FieldOrigin } from '../../model/field.ts'
import type { Span } from '../../source/source-file.ts'
import { meantType } from '../meant-type.ts'
import { entryOf, type MapNode, type ScalarNode, type SpecNode } from '../node.ts'
import { parseType, type TypeExpression, type TypeSyntaxError } from '../type-grammar.ts'
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
  scope: { readonly report: Report; readonly uses: Pick<Uses, 'add'>; readonly isBroken: (node: SpecNode) => boolean },
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

/** What a type's text may say, said beside it. */
const besides: ReadonlySet<string> = new Set(['list', 'optional', 'length', 'precision', 'scale'])

function typeOf(node: ScalarNode, options: MapNode | undefined, report: Report): TypeExpression | undefined {
  const parsed = parseType(String(node.value))
  if ('message' in parsed) {
    reportSyntax(node, parsed, report)
    return undefined
  }
  if (options === undefined || !options.entries.some(({ key }) => besides.has(key))) return parsed
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

/** Where it is known what was meant, that is what is told, of all that stands from the first wrong sign on. */
function reportSyntax(node: ScalarNode, wrong: TypeSyntaxError, report: Report): void {
  const written = String(node.value)
  const meant = meantType(written)
  const isMark = /^[?(]/.test(written.slice(wrong.start))
  const end = meant === undefined || isMark ? wrong.end : written.trimEnd().length
  const isPlain = writtenAt(node.span) === written
  report({
    code: 'type/syntax',
    severity: 'error',
    message: meant?.message ?? wrong.message,
    span: spanWithin(node, wrong.start, end),
    help: meant === undefined ? wrong.help : `write \`${meant.text}\``,
    ...(meant === undefined || !isPlain
      ? {}
      : { fixes: [{ title: `write \`${meant.text}\``, edits: [replaced(node.span, meant.text)] }] }),
  })
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
