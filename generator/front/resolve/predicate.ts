import type { Field } from '../../model/field.ts'
import type { Condition, Predicate } from '../../model/predicate.ts'
import type { ScalarNode, SpecNode } from '../node.ts'
import type { Context } from './context.ts'
import { textual } from './field-options.ts'
import type { PartScope } from './part-scope.ts'
import { asScalar, child, entries, innerSpan, items, keySpan } from './read.ts'
import { unknownName } from './unknown-name.ts'

type Constant = string | number | boolean

/** Reads `where:`. Undefined where something in it is unknown: then the key it narrows is unknown too. */
export function resolveWhere(node: SpecNode | undefined, scope: PartScope, context: Context): Predicate | undefined {
  const conditions: Condition[] = []
  let sound = true
  for (const entry of entries(node)) {
    const field = scope.field(entry.key, keySpan(entry))
    const condition = field === undefined ? undefined : conditionOf(field, entry.value, context)
    if (condition === undefined) sound = false
    else conditions.push(condition)
  }
  return sound ? conditions : undefined
}

function conditionOf(field: Field, node: SpecNode, context: Context): Condition | undefined {
  const not = asScalar(child(node, 'not'))
  if (not?.value === null) return { field: field.name, is: 'not_null' }
  if (node.kind === 'list') {
    const values = items(node).map((item) => constantOf(field, asScalar(item), context))
    const known = values.filter((value): value is Constant => value !== undefined)
    return known.length === values.length ? { field: field.name, is: 'in', values: known } : undefined
  }
  const scalar = asScalar(node)
  if (scalar?.value === null) return { field: field.name, is: 'null' }
  const value = constantOf(field, scalar, context)
  return value === undefined ? undefined : { field: field.name, is: 'equal', value }
}

function constantOf(field: Field, node: ScalarNode | undefined, context: Context): Constant | undefined {
  if (node === undefined || node.value === null) return undefined
  const { value } = node
  const { type } = field
  if (type.kind === 'enum') {
    const names = (context.enums.get(type.enum)?.values ?? []).map((known) => known.name)
    if (names.includes(String(value))) {
      context.uses.add(`value:${type.enum}.${value}`, innerSpan(node))
      return String(value)
    }
    const message = `\`${value}\` is no value of the enum \`${type.enum}\``
    context.report(unknownName('resolve/unknown-value', message, String(value), innerSpan(node), names))
    return undefined
  }
  const scalar = type.kind === 'scalar' ? type.scalar : undefined
  const expected =
    scalar === 'boolean'
      ? 'boolean'
      : scalar === 'int' || scalar === 'bigint' || scalar === 'decimal' || scalar === 'float'
        ? 'number'
        : 'string'
  const comparable = expected !== 'string' || (scalar !== undefined && textual.has(scalar))
  if (comparable && !field.list && typeof value === expected) return value
  context.report({
    code: 'resolve/bad-key',
    severity: 'error',
    message: `\`${field.name}\` cannot be compared with \`${value}\``,
    span: node.span,
    related: [{ span: field.typeSpan, label: 'its type is declared here' }],
    help: !comparable
      ? 'a condition compares numbers, truth values, texts and enum values, or tests for `null` and `{ not: null }`'
      : `write a ${expected}, \`null\` or \`{ not: null }\``,
  })
  return undefined
}
