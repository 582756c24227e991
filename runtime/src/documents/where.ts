import { castFilter } from '../mongo/cast.ts'
import type { Bson } from '../mongo/driver.ts'
import { type Path, plain, refused } from '../rows/refuse.ts'
import type { Scope } from '../stores/scope.ts'
import { nearest } from '../validate/nearest.ts'
import { isPlain } from '../validate/plain.ts'
import { checkExpression, checkLiteral, forbidden } from './expression.ts'
import { demandOwnTenant } from './foreign.ts'
import type { Filter } from './own-filter.ts'
import type { DocumentShape } from './shape.ts'

/** What a filter may say of a member. */
const comparing: ReadonlySet<string> = new Set(
  `$all $bitsAllClear $bitsAllSet $bitsAnyClear $bitsAnySet $elemMatch $eq $exists $gt $gte $in $lt $lte $mod $ne $nin $not
  $options $regex $size $type`.split(/\s+/),
)
const joining: ReadonlySet<string> = new Set(['$and', '$or', '$nor'])

/**
 * A filter on documents of an entity, ready to be sent: each member is one of the entity, each operator one that compares,
 * and values are as BSON has them.
 *
 * @throws InvalidInput for a member that is none; Forbidden for an operator that runs code or cannot be looked into, and for
 * another tenant
 */
export function checkedWhere(
  shape: DocumentShape,
  scope: Scope,
  where: unknown,
  bson: Bson,
  path: Path = ['where'],
): Filter {
  return castFilter(walk(shape, scope, where, path), shape.documents.fields, shape.description, bson)
}

function walk(shape: DocumentShape, scope: Scope, where: unknown, path: Path): Filter {
  const given = plain(where, path)
  return Object.fromEntries(
    Object.entries(given).map(([key, value]): [string, unknown] => {
      const at = [...path, key]
      if (value === undefined) throw refused(at, 'is undefined: leave the key out')
      if (joining.has(key)) return [key, listOf(value, at).map((one, n) => walk(shape, scope, one, [...at, n]))]
      if (key === '$expr') {
        checkExpression(value, at)
        return [key, value]
      }
      if (key.startsWith('$')) throw forbidden(key, path)
      const name = memberAt(shape, key, at)
      if (name === shape.kept.tenant) demandOwnTenant(shape, scope, value)
      checkCondition(shape, name, value, at)
      return [name, value]
    }),
  )
}

/** The path of a filter with the field behind a relation's name. */
function memberAt({ fields, relations }: DocumentShape, key: string, path: Path): string {
  const [first = '', ...rest] = key.split('.')
  if (key === '_id' || fields.has(first)) {
    if (fields.get(first)?.encrypted === true)
      throw refused(path, 'is encrypted, so that nothing can be compared with it')
    return key
  }
  const relation = relations.get(first)
  if (relation !== undefined) return [relation, ...rest].join('.')
  const meant = nearest(first, [...fields.keys(), ...relations.keys()])
  throw refused(path, meant === undefined ? 'is no member' : `is no member; did you mean ${meant}?`)
}

/** A value, or operators. An object without operators is a value, which only what holds objects can equal. */
function checkCondition(shape: DocumentShape, name: string, condition: unknown, path: Path): void {
  if (!isPlain(condition)) {
    checkLiteral(condition, path)
    return
  }
  const keys = Object.keys(condition)
  const isOperators = keys.some((key) => key.startsWith('$'))
  if (!isOperators) {
    if (!holdsObjects(shape, name)) throw refused(path, 'is to be a value, or operators such as { $gt: 1 }')
    checkLiteral(condition, path)
    return
  }
  for (const [operator, operand] of Object.entries(condition)) {
    const at = [...path, operator]
    if (!comparing.has(operator))
      throw operator.startsWith('$') ? forbidden(operator, path) : refused(at, 'stands beside operators')
    if (operator === '$not' || (operator === '$elemMatch' && isPlain(operand))) checkInside(shape, name, operand, at)
    else checkLiteral(operand, at)
  }
}

/** Of `$not` and `$elemMatch`: operators, or members of what a list holds. */
function checkInside(shape: DocumentShape, name: string, operand: unknown, path: Path): void {
  if (!isPlain(operand)) {
    checkLiteral(operand, path)
    return
  }
  for (const [key, value] of Object.entries(operand)) {
    if (joining.has(key))
      for (const [n, one] of listOf(value, path).entries()) checkInside(shape, name, one, [...path, key, n])
    else if (!key.startsWith('$')) checkCondition(shape, `${name}.${key}`, value, [...path, key])
    else checkCondition(shape, name, { [key]: value }, path)
  }
}

/** Sub-documents and JSON, and what is within them. */
function holdsObjects({ fields }: DocumentShape, path: string): boolean {
  const [first = '', ...rest] = path.split('.')
  const type = fields.get(first)?.type
  return type?.kind === 'value' || (type?.kind === 'scalar' && type.scalar === 'json') || rest.length > 0
}

function listOf(value: unknown, path: Path): readonly unknown[] {
  if (!Array.isArray(value)) throw refused(path, 'is to be a list')
  return value
}
