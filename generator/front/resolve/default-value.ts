import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { DefaultValue } from '../../model/field.ts'
import type { FieldType } from '../../model/type.ts'
import type { ScalarNode, SpecNode } from '../node.ts'
import type { Context } from './context.ts'
import type { FieldDeclaration } from './field-declaration.ts'
import { meantDefault } from './meant-default.ts'
import { asScalar, child, innerSpan, items, numberAt, textAt } from './read.ts'
import { unknownName } from './unknown-name.ts'

/** Reads `default:`: a constant of the field's type, one of its enum's values, `now`, `uuid7`, `ulid`, or `[]`. */
export function resolveDefault(field: FieldDeclaration, type: FieldType, context: Context): DefaultValue | undefined {
  const node = child(field.options, 'default')
  if (node === undefined || context.isBroken(node)) return undefined
  if (node.kind === 'list' && items(node).length === 0 && field.type?.list === true) return { kind: 'empty_list' }
  const scalar = asScalar(node)
  const value = scalar?.value
  if (scalar !== undefined && value !== null && value !== undefined && field.type?.list !== true) {
    if (type.kind === 'enum') return enumDefault(scalar, String(value), type.enum, context)
    const fits = type.kind === 'scalar' ? constantOf(type.scalar, value) : undefined
    if (fits?.kind === 'literal') reportOutside(field, type, scalar, fits.value, context)
    if (fits !== undefined) return fits
  }
  context.report({
    code: 'resolve/bad-default',
    severity: 'error',
    message: `\`${scalar === undefined ? '...' : String(value)}\` is no default for a field of type \`${describe(field)}\``,
    span: node.span,
    help: expectation(type, field.type?.list === true),
    ...mendOf(node, field, type),
  })
  return undefined
}

/** What other languages write where a default of ours is meant. */
function mendOf(node: SpecNode, field: FieldDeclaration, type: FieldType): Pick<Diagnostic, 'fixes'> {
  if (node.kind !== 'scalar' || type.kind !== 'scalar' || field.type?.list === true) return {}
  const text = meantDefault(type.scalar, String(node.value))
  return text === undefined ? {} : { fixes: [{ title: `write \`${text}\``, edits: [{ span: node.span, text }] }] }
}

/** A default that the field's own bounds refuse would fail at the first record. */
function reportOutside(
  field: FieldDeclaration,
  type: FieldType,
  node: ScalarNode,
  value: string | number | boolean,
  context: Context,
): void {
  const [min, max] = [numberAt(field.options, 'min'), numberAt(field.options, 'max')]
  const length = type.kind === 'scalar' ? type.length : undefined
  const pattern = textAt(field.options, 'pattern')
  const wrong =
    typeof value === 'number' && min !== undefined && value < min
      ? `the field is at least ${min}`
      : typeof value === 'number' && max !== undefined && value > max
        ? `the field is at most ${max}`
        : typeof value === 'string' && length !== undefined && [...value].length > length
          ? `the field holds at most ${length} characters`
          : typeof value === 'string' && pattern !== undefined && !matches(pattern, value)
            ? 'it does not match the pattern of the field'
            : undefined
  if (wrong === undefined) return
  context.report({
    code: 'resolve/bad-default',
    severity: 'error',
    message: `\`${value}\` is no default here: ${wrong}`,
    span: innerSpan(node),
    help: 'change the default, or the bounds of the field',
  })
}

/** A pattern that cannot be read is reported where it stands. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(value)
  } catch {
    return true
  }
}

function describe(field: FieldDeclaration): string {
  return field.typeNode === undefined ? '?' : String(field.typeNode.value)
}

function enumDefault(
  node: NonNullable<ReturnType<typeof asScalar>>,
  value: string,
  name: string,
  context: Context,
): DefaultValue | undefined {
  const values = context.enums.get(name)?.values ?? []
  if (values.some((known) => known.name === value)) {
    context.uses.add(`value:${name}.${value}`, innerSpan(node))
    return { kind: 'literal', value }
  }
  const message = `\`${value}\` is no value of the enum \`${name}\``
  context.report(
    unknownName(
      'resolve/bad-default',
      message,
      value,
      innerSpan(node),
      values.map((known) => known.name),
    ),
  )
  return undefined
}

function constantOf(scalar: string, value: string | number | boolean): DefaultValue | undefined {
  const literal: DefaultValue = { kind: 'literal', value }
  switch (scalar) {
    case 'timestamp':
    case 'date':
      return value === 'now' ? { kind: 'now' } : undefined
    case 'uuid':
      return value === 'uuid7' ? { kind: 'uuid7' } : undefined
    case 'ulid':
      return value === 'ulid' ? { kind: 'ulid' } : undefined
    case 'int':
      return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31 ? literal : undefined
    case 'bigint':
      return Number.isSafeInteger(value) ? literal : undefined
    case 'decimal':
    case 'float':
      return typeof value === 'number' && Number.isFinite(value) ? literal : undefined
    case 'boolean':
      return typeof value === 'boolean' ? literal : undefined
    case 'string':
    case 'text':
    case 'email':
    case 'url':
    case 'external_id':
      // PostgreSQL has no NUL in its texts.
      return typeof value === 'string' && !value.includes('\0') ? literal : undefined
    default:
      return undefined
  }
}

function expectation(type: FieldType, list: boolean): string {
  if (list) return 'a list can only start empty: `default: []`'
  if (type.kind !== 'scalar') return 'a field of this type has no default: leave it out, or make the field optional'
  switch (type.scalar) {
    case 'timestamp':
    case 'date':
      return 'write `now`'
    case 'uuid':
      return 'write `uuid7`'
    case 'ulid':
      return 'write `ulid`'
    case 'int':
    case 'bigint':
      return 'write a whole number'
    case 'decimal':
    case 'float':
      return 'write a number'
    case 'boolean':
      return 'write `true` or `false`'
    case 'json':
    case 'bytes':
    case 'object_id':
      return 'a field of this type has no default: leave it out, or make the field optional'
    default:
      return 'write a text, in quotes where YAML would read it as a number or a truth value'
  }
}
