import { assertNever } from '../../../base/internal-error.ts'
import type { ColumnType, Expression } from '../../../print/sql/expression.ts'
import { castName, numberText, quoted, typeOfNumber } from './constant.ts'
import { identifier, qualified } from './identifier.ts'

/**
 * A condition as PostgreSQL 16 writes it back (`pg_get_expr`): fully bracketed, every constant with its type, with the
 * casts that the parser put in. What the printer writes, read by PostgreSQL, gives exactly this.
 */
export function describeExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'column':
      return (expression.row === undefined ? '' : `${expression.row}.`) + identifier(expression.name)
    case 'literal':
    case 'empty_list':
    case 'null':
    case 'now':
      return describeDefault(expression)
    case 'is_null':
      return `(${describeExpression(expression.of)} IS ${expression.not ? 'NOT ' : ''}NULL)`
    case 'compare':
      return describeComparison(expression)
    case 'one_of':
      return describeOneOf(expression)
    case 'all_of':
      return `(${describeExpression(expression.of)} <@ ${arrayOf(expression.values, itemOf(typeOf(expression.of)))})`
    case 'every': {
      const item = itemOf(typeOf(expression.list))
      const list = describeExpression(expression.list)
      const isWidened = widens(expression.left, item)
      const left = isWidened ? describeExpression(expression.left) : describeAs(expression.left, item)
      return `(${left} ${expression.operator} ALL (${isWidened ? `(${list})::numeric[]` : list}))`
    }
    case 'collate':
      return `(${asText(expression.of)} COLLATE "${expression.collation}")`
    case 'call':
      return describeCall(expression)
    case 'and':
    case 'or':
      return describeJunction(expression)
    case 'current_tenant':
      return `(NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::${castName(typeOf(expression))}`
    case 'not_role':
      return `(CURRENT_USER <> '${expression.role}'::name)`
    case 'constant':
      return String(expression.value)
    default:
      return assertNever(expression)
  }
}

/** A constant in the place of a default, where the cast to the column's type is not written. */
export function describeDefault(expression: Expression): string {
  switch (expression.kind) {
    case 'literal': {
      const { value, type } = expression
      if (typeof value === 'string') return quoted(value, type)
      return typeof value === 'number' ? numberText(value) : String(value)
    }
    case 'empty_list':
      return quoted(expression.type === 'jsonb' ? '[]' : '{}', expression.type)
    case 'null':
      return `NULL::${expression.type}`
    case 'now':
      return 'now()'
    default:
      return describeExpression(expression)
  }
}

function describeComparison({ operator, left, right }: Extract<Expression, { kind: 'compare' }>): string {
  const [one, other] = [typeOf(left), typeOf(right)]
  const text = (side: Expression, against: ColumnType): string => {
    // A pattern is a text, whatever kind of text is compared with it.
    if (operator === '~' && side.kind === 'literal') return describeAs(side, 'text')
    if (side.kind === 'literal') return widens(side, against) ? describeExpression(side) : describeAs(side, against)
    return widens(side === left ? right : left, typeOf(side)) ? `(${describeExpression(side)})::numeric` : asText(side)
  }
  return `(${text(left, other)} ${operator.toUpperCase()} ${text(right, one)})`
}

/** Whether a constant is no whole number of PostgreSQL's, so that whole numbers beside it are compared as decimals. */
function widens(value: Expression, type: ColumnType): boolean {
  const isWhole = type === 'integer' || type === 'bigint'
  return (
    isWhole && value.kind === 'literal' && typeof value.value === 'number' && typeOfNumber(value.value) === 'numeric'
  )
}

/** One value is an equation, several are an array. */
function describeOneOf({ of, values }: Extract<Expression, { kind: 'one_of' }>): string {
  const [only] = values
  if (only !== undefined && values.length === 1) {
    return describeComparison({ kind: 'compare', operator: '=', left: of, right: only })
  }
  const type = typeOf(of)
  const array = arrayOf(values, type)
  return `(${asText(of)} = ANY (${type === 'character varying' ? `(${array})::text[]` : array}))`
}

function arrayOf(values: readonly Expression[], type: ColumnType): string {
  return `ARRAY[${values.map((value) => describeItem(value, type)).join(', ')}]`
}

/** All items of an array are of its type. */
function describeItem(value: Expression, type: ColumnType): string {
  if (value.kind !== 'literal') return describeExpression(value)
  if (typeof value.value === 'string') return quoted(value.value, type)
  if (typeof value.value !== 'number') return String(value.value)
  return typeOfNumber(value.value) === type ? numberText(value.value) : `(${numberText(value.value)})::${type}`
}

/** A constant beside a value of a type. Whole numbers of any size are compared without a cast. */
function describeAs(value: Expression, type: ColumnType): string {
  if (value.kind !== 'literal') return describeExpression(value)
  if (typeof value.value === 'string') return quoted(value.value, type === 'character varying' ? 'text' : type)
  if (typeof value.value !== 'number') return String(value.value)
  const own = typeOfNumber(value.value)
  const isCast = type === 'double precision' || (type === 'numeric' && own !== 'numeric')
  return isCast ? `(${numberText(value.value)})::${type}` : numberText(value.value)
}

/** A value where an operator or a function takes `text`: `varchar` has none of its own. */
function asText(expression: Expression): string {
  const text = describeExpression(expression)
  // A null takes on the type that is asked for.
  return typeOf(expression) === 'character varying' && expression.kind !== 'null' ? `(${text})::text` : text
}

function describeCall({ schema, name, arguments: given }: Extract<Expression, { kind: 'call' }>): string {
  const called = schema === undefined ? identifier(name) : qualified({ schema, name })
  const values = given.map((value) => {
    const type = typeOf(value)
    // Functions of any array take it as it is; ours take texts.
    if (schema !== undefined && type === 'character varying[]') return `(${describeExpression(value)})::text[]`
    return asText(value)
  })
  return `${called}(${values.join(', ')})`
}

/** Brackets on the left make no difference to PostgreSQL: `(a AND b) AND c` is one list of three. */
function describeJunction({ kind, of }: Extract<Expression, { kind: 'and' | 'or' }>): string {
  const [first, ...rest] = of
  if (first !== undefined && rest.length === 0) return describeExpression(first)
  if (first?.kind === kind) return describeJunction({ kind, of: [...first.of, ...rest] })
  return `(${of.map(describeExpression).join(` ${kind.toUpperCase()} `)})`
}

function typeOf(expression: Expression): ColumnType {
  switch (expression.kind) {
    case 'column':
    case 'literal':
    case 'empty_list':
    case 'null':
    case 'now':
      return expression.type
    case 'collate':
      return 'text'
    case 'call':
      return expression.name === 'jsonb_typeof' ? 'text' : 'integer'
    case 'current_tenant':
      return expression.type ?? 'uuid'
    default:
      return 'boolean'
  }
}

function itemOf(type: ColumnType): ColumnType {
  return scalarOf.get(type) ?? type
}

const scalarOf: ReadonlyMap<ColumnType, ColumnType> = new Map(
  (
    [
      'text',
      'character varying',
      'character',
      'integer',
      'bigint',
      'numeric',
      'double precision',
      'boolean',
      'timestamp with time zone',
      'date',
      'uuid',
      'jsonb',
      'bytea',
    ] as const
  ).map((scalar): readonly [ColumnType, ColumnType] => [`${scalar}[]`, scalar]),
)
