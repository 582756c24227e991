import { assertNever } from '../../base/internal-error.ts'
import type { ColumnType, Expression } from './expression.ts'
import { filled, type Lines, listed, width } from './layout.ts'
import { numeral, quoteIdentifier, quoteLiteral } from './quote.ts'

/** A condition or value as SQL, on one line. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'column':
      return (expression.row === undefined ? '' : `${expression.row.toUpperCase()}.`) + quoteIdentifier(expression.name)
    case 'literal':
      return printConstant(expression.value)
    case 'empty_list':
      return expression.type === 'jsonb' ? "'[]'" : "'{}'"
    case 'null':
      return 'NULL'
    case 'now':
      return 'now()'
    case 'is_null':
      return `${operand(expression.of)} IS ${expression.not ? 'NOT ' : ''}NULL`
    case 'compare':
      return `${operand(expression.left)} ${expression.operator.toUpperCase()} ${operand(expression.right)}`
    case 'one_of':
      return `${operand(expression.of)} IN (${expression.values.map(printExpression).join(', ')})`
    case 'all_of':
      return `${operand(expression.of)} <@ ARRAY[${expression.values.map(printExpression).join(', ')}]`
    case 'every':
      return `${operand(expression.left)} ${expression.operator} ALL (${printExpression(expression.list)})`
    case 'collate':
      return `${operand(expression.of)} COLLATE "${expression.collation}"`
    case 'call':
      return `${called(expression.schema, expression.name)}(${expression.arguments.map(printExpression).join(', ')})`
    case 'and':
    case 'or':
      return expression.of.map(member).join(` ${expression.kind.toUpperCase()} `)
    case 'current_tenant':
      return `nullif(current_setting('app.tenant_id', true), '')::${castTo(expression.type ?? 'uuid')}`
    case 'not_role':
      return `CURRENT_USER <> ${quoteLiteral(expression.role)}`
    case 'constant':
      return String(expression.value)
    default:
      return assertNever(expression)
  }
}

function printConstant(value: string | number | boolean): string {
  if (typeof value === 'string') return quoteLiteral(value)
  return typeof value === 'number' ? numeral(value) : String(value)
}

function called(schema: string | undefined, name: string): string {
  return schema === undefined ? name : `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`
}

/** `character` without a length is one of a single character; `bpchar` is one of any. */
function castTo(type: ColumnType): string {
  return type === 'character' ? 'bpchar' : type
}

/**
 * The same behind some words and before others, on several lines where one would be too long: broken between the values
 * of a set, or between the parts of a conjunction.
 */
export function printCondition(head: string, expression: Expression, tail: string, indent: string): Lines {
  const whole = `${indent}${head}(${printExpression(expression)})${tail}`
  if (whole.length <= width) return [whole]
  switch (expression.kind) {
    case 'one_of': {
      const values = expression.values.map(printExpression)
      return listed(`${head}(${operand(expression.of)} IN `, values, `)${tail}`, indent)
    }
    case 'and':
    case 'or': {
      const word = expression.kind.toUpperCase()
      const parts = expression.of.map((part, at) => (at === 0 ? member(part) : `${word} ${member(part)}`))
      return [`${indent}${head}(`, ...filled(parts, `${indent}  `), `${indent})${tail}`]
    }
    default:
      return [whole]
  }
}

/** In brackets where it consists of several words that another operator could tear apart. */
function operand(expression: Expression): string {
  const text = printExpression(expression)
  switch (expression.kind) {
    case 'is_null':
    case 'compare':
    case 'one_of':
    case 'all_of':
    case 'every':
    case 'not_role':
    case 'and':
    case 'or':
      return `(${text})`
    default:
      return text
  }
}

/** Part of a conjunction: every other operator binds tighter than AND and OR. */
function member(expression: Expression): string {
  const text = printExpression(expression)
  return expression.kind === 'and' || expression.kind === 'or' ? `(${text})` : text
}
