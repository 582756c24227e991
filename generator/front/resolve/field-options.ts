import type { Classification, Field } from '../../model/field.ts'
import type { FieldType } from '../../model/type.ts'
import { entryOf } from '../node.ts'
import type { Context } from './context.ts'
import type { FieldDeclaration } from './field-declaration.ts'
import type { FieldPlace } from './field-type.ts'
import { wrongInPattern } from './pattern.ts'
import { asScalar, child, flagAt, keySpan, numberAt, spanWithin, textAt, wordAt } from './read.ts'

type Options = Partial<Pick<Field, 'onUpdate' | 'min' | 'max' | 'pattern' | 'classify' | 'was' | 'lookup'>>

const numeric = new Set(['int', 'bigint', 'decimal', 'float'])
/** Types whose values are texts. */
export const textual: ReadonlySet<string> = new Set(['string', 'text', 'email', 'url', 'external_id'])
const classes: readonly Classification[] = ['public', 'internal', 'pii', 'secret']

/** What most fields say and nothing here is about. */
const elsewhere: ReadonlySet<string> = new Set(['type', 'about', 'default', 'name'])

/** Reads what a field says beside its type, and refuses what its type cannot mean. */
export function resolveOptions(
  field: FieldDeclaration,
  type: FieldType,
  store: FieldPlace['store'],
  context: Context,
): Options | undefined {
  const { options } = field
  if (options === undefined || options.entries.every(({ key }) => elsewhere.has(key))) return undefined
  const scalar = type.kind === 'scalar' ? type.scalar : ''
  const foreignKey = type.kind === 'ref' && type.mode === 'foreign_key'
  const onUpdate = wordAt(options, 'on_update', ['now', 'increment'])
  if (onUpdate === 'now' && scalar !== 'timestamp')
    refuse(field, 'on_update', '`on_update: now` needs a timestamp', context)
  if (onUpdate === 'increment' && scalar !== 'int' && scalar !== 'bigint')
    refuse(field, 'on_update', '`on_update: increment` needs a whole number', context)
  for (const key of ['min', 'max']) {
    if (numberAt(options, key) !== undefined && !numeric.has(scalar)) {
      refuse(field, key, `\`${key}\` bounds a number; a text is bounded by its type, such as \`string(120)\``, context)
    }
  }
  for (const key of ['on_delete', 'on_soft_delete', 'inverse']) {
    if (child(options, key) !== undefined && !foreignKey) {
      refuse(field, key, `\`${key}\` needs a reference between two tables of PostgreSQL`, context)
    }
  }
  if (textAt(options, 'on_delete') === 'set_null' && field.type?.optional === false) {
    refuse(field, 'on_delete', '`on_delete: set_null` needs an optional field, such as `ref(User)?`', context)
  }
  if (child(options, 'inverse') !== undefined && field.origin.kind === 'mixin' && field.origin.role !== 'plain') {
    refuse(
      field,
      'inverse',
      'the `inverse` of a reference for the books would put a list of every record on its target',
      context,
    )
  }
  refuseElsewhere(field, store, context)
  checkWritten(field, type, context)
  const pattern = resolvePattern(field, scalar, context)
  const [min, max] = [numberAt(options, 'min'), numberAt(options, 'max')]
  if (min !== undefined && max !== undefined && min > max)
    refuse(field, 'max', '`max` is less than `min`: nothing could be stored', context)
  for (const [key, bound] of [
    ['min', min],
    ['max', max],
  ] as const) {
    if (scalar === 'int' && bound !== undefined && Math.abs(bound) > 2_147_483_647)
      refuse(field, key, 'an `int` ends at 2,147,483,647; greater numbers need a `bigint`', context)
  }
  const classify = wordAt(options, 'classify', classes)
  const was = textAt(options, 'was')
  const lookup = wordAt(options, 'lookup', ['global'])
  return {
    ...(onUpdate === undefined ? {} : { onUpdate }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(classify === undefined ? {} : { classify }),
    ...(was === undefined ? {} : { was }),
    ...(lookup === undefined ? {} : { lookup }),
  }
}

/** A value type is written and read as one, and only PostgreSQL has functions that look up across tenants. */
function refuseElsewhere(field: FieldDeclaration, store: FieldPlace['store'], context: Context): void {
  if (store === 'postgres') return
  const said = (key: string): boolean => {
    const node = child(field.options, key)
    return node !== undefined && asScalar(node)?.value !== false
  }
  if (store === 'mongo') {
    if (said('lookup') && field.origin.kind === 'own')
      refuse(field, 'lookup', '`lookup` makes a function of PostgreSQL; a document has none', context)
    return
  }
  for (const key of ['unique', 'primary', 'public_id', 'immutable', 'on_update', 'lookup']) {
    if (said(key))
      refuse(field, key, `\`${key}\` is said of a field of a record, not of one inside a value type`, context)
  }
}

/** Sizes that the type does not have would be lost silently. */
function checkWritten(field: FieldDeclaration, type: FieldType, context: Context): void {
  const scalar = type.kind === 'scalar' ? type.scalar : ''
  if (child(field.options, 'length') !== undefined && scalar !== 'string')
    refuse(field, 'length', '`length` belongs to `string` alone', context)
  for (const key of ['precision', 'scale']) {
    if (child(field.options, key) !== undefined && scalar !== 'decimal')
      refuse(field, key, `\`${key}\` belongs to \`decimal\` alone`, context)
  }
  if (flagAt(field.options, 'primary') === true && scalar !== 'uuid')
    refuse(
      field,
      'primary',
      'the primary key is a `uuid`; a number or text of your own is a unique field beside it',
      context,
    )
  for (const key of ['primary', 'public_id']) {
    if (flagAt(field.options, key) === true && (field.type?.optional === true || field.type?.list === true))
      refuse(field, key, `\`${key}\` marks one value that is never empty`, context)
  }
  if (flagAt(field.options, 'public_id') === true && scalar !== 'ulid')
    refuse(
      field,
      'public_id',
      'the public id is a `ulid`: it is sortable, safe in a URL and carries no meaning',
      context,
    )
}

function resolvePattern(field: FieldDeclaration, scalar: string, context: Context): string | undefined {
  const node = asScalar(child(field.options, 'pattern'))
  const pattern = textAt(field.options, 'pattern')
  if (node === undefined || pattern === undefined) return undefined
  if (!textual.has(scalar)) {
    refuse(field, 'pattern', '`pattern` describes a text', context)
    return undefined
  }
  const wrong = wrongInPattern(pattern)
  if (wrong === undefined) return pattern
  context.report({
    code: 'resolve/bad-pattern',
    severity: 'error',
    message: wrong.message,
    span: wrong.end > wrong.start ? spanWithin(node, wrong.start, wrong.end) : node.span,
    help: wrong.help,
  })
  return undefined
}

function refuse(field: FieldDeclaration, key: string, message: string, context: Context): void {
  const entry = field.options === undefined ? undefined : entryOf(field.options, key)
  context.report({
    code: 'resolve/bad-option',
    severity: 'error',
    message,
    span: entry === undefined ? field.span : keySpan(entry),
    label: `of \`${field.name}\``,
    help: `change the type of \`${field.name}\`, or leave \`${key}\` out`,
  })
}
