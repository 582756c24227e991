import { shellText } from '../bson/shell-text.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument, isNumber, toNumber } from '../bson/value.ts'
import { refuseLocation } from '../server-error.ts'

/** One field of a projection that is neither simply in nor simply out. */
export type SpecialField =
  | { readonly kind: 'positional'; readonly path: string }
  | { readonly kind: 'slice'; readonly path: string; readonly skip?: number; readonly count: number }
  | { readonly kind: 'element'; readonly path: string; readonly condition: BsonDocument }
  | { readonly kind: 'score'; readonly path: string }
  | { readonly kind: 'expression'; readonly path: string; readonly expression: BsonValue }

export interface ParsedProjection {
  readonly mode: 'inclusion' | 'exclusion'
  readonly paths: readonly (readonly string[])[]
  readonly withId: boolean
  readonly special: readonly SpecialField[]
}

type Mode = ParsedProjection['mode']

/** What a field asks for: something special, to be in or out, and which mode that makes the whole. */
interface Parsed {
  readonly path: string
  readonly special?: SpecialField
  readonly mode?: Mode
}

/**
 * Takes a projection apart.
 * https://www.mongodb.com/docs/v7.0/tutorial/project-fields-from-query-results/
 * https://www.mongodb.com/docs/v7.0/release-notes/4.4-compatibility/#projection-compatibility-changes
 * @throws ServerError 31253 and 31254 for a mixture of in and out, and the codes of single fields
 */
export function parseProjection(specification: BsonDocument): ParsedProjection {
  const fields = flatten(specification, '').map(([path, value]) => parseField(path, value))
  checkCollisions(fields.map(({ path }) => path))
  let mode: Mode | undefined
  let withId: boolean | undefined
  const paths: string[][] = []
  for (const field of fields) {
    if (field.path === '_id' && field.special === undefined) {
      withId = field.mode === 'inclusion'
      continue
    }
    if (field.mode !== undefined) {
      if (mode !== undefined && mode !== field.mode) refuseMixture(field, mode)
      mode = field.mode
    }
    if (field.special === undefined) paths.push(field.path.split('.'))
  }
  const special = fields.flatMap((field) => field.special ?? [])
  return { mode: mode ?? modeWithoutFields(withId, special), paths, withId: withId ?? true, special }
}

/** `{ _id: 1 }` alone is an inclusion; `$slice` and the score alone leave the rest of a document as it is. */
function modeWithoutFields(withId: boolean | undefined, special: readonly SpecialField[]): Mode {
  return withId === true && special.length === 0 ? 'inclusion' : 'exclusion'
}

function refuseMixture({ path, special }: Parsed, mode: Mode): never {
  if (special?.kind === 'expression')
    refuseLocation(31252, `Cannot use expression other than $meta in exclusion projection`)
  if (mode === 'exclusion') refuseLocation(31253, `Cannot do inclusion on field ${path} in exclusion projection`)
  return refuseLocation(31254, `Cannot do exclusion on field ${path} in inclusion projection`)
}

function flatten(specification: BsonDocument, prefix: string): readonly (readonly [string, BsonValue])[] {
  return Object.entries(specification).flatMap(([name, value]) => {
    const path = prefix + name
    if (!isDocument(value)) return [[path, value] as const]
    const names = Object.keys(value)
    if (names.length === 0)
      refuseLocation(51270, 'An empty sub-projection is not a valid value. Found empty object at path')
    const operators = names.filter((key) => key.startsWith('$'))
    if (operators.length === 0) return flatten(value, `${path}.`)
    if (names.length > 1) {
      refuseLocation(31325, `Found multiple operators or fields beside an operator at ${path}: ${shellText(value)}`)
    }
    return [[path, value] as const]
  })
}

function parseField(path: string, value: BsonValue): Parsed {
  checkPath(path)
  const wanted = typeof value === 'boolean' ? value : isNumber(value) ? toNumber(value) !== 0 : undefined
  if (path.endsWith('.$')) {
    if (wanted === false) refuseLocation(31395, 'positional projection cannot be used with exclusion')
    const array = path.slice(0, -2)
    return { path: array, special: { kind: 'positional', path: array }, mode: 'inclusion' }
  }
  if (wanted !== undefined) return { path, mode: wanted ? 'inclusion' : 'exclusion' }
  if (!isDocument(value)) return expression(path, value)
  const { $slice, $elemMatch, $meta } = value
  if ($slice !== undefined && !isSliceExpression($slice)) return { path, special: slice(path, $slice) }
  if ($elemMatch !== undefined) {
    if (!isDocument($elemMatch))
      refuseLocation(31274, 'elemMatch: Invalid argument, object required, but got another type')
    if (path.includes('.')) refuseLocation(31275, 'Cannot use $elemMatch projection on a nested field.')
    return { path, special: { kind: 'element', path, condition: $elemMatch }, mode: 'inclusion' }
  }
  if ($meta !== undefined) {
    if ($meta !== 'textScore') refuseLocation(17308, `Unsupported argument to $meta: ${shellText($meta)}`)
    return { path, special: { kind: 'score', path } }
  }
  return expression(path, value)
}

function expression(path: string, value: BsonValue): Parsed {
  return { path, special: { kind: 'expression', path, expression: value }, mode: 'inclusion' }
}

function checkPath(path: string): void {
  if (path === '') refuseLocation(40352, 'FieldPath cannot be constructed with empty string')
  if (path.endsWith('.')) refuseLocation(40353, "FieldPath must not end with a '.'.")
  const body = path.endsWith('.$') ? path.slice(0, -2) : path
  if (body.endsWith('.')) refuseLocation(40353, "FieldPath must not end with a '.'.")
  const parts = body.split('.')
  if (parts.includes('')) refuseLocation(15998, 'FieldPath field names may not be empty strings.')
  const [first = ''] = parts
  if (!first.startsWith('$') && parts.includes('$')) {
    refuseLocation(31394, `As of 4.4, it's illegal to specify positional operator in the middle of a path: ${path}`)
  }
  if (parts.some((part) => part.startsWith('$'))) {
    refuseLocation(16410, "FieldPath field names may not start with '$'. Consider using $getField or $setField.")
  }
}

function checkCollisions(paths: readonly string[]): void {
  const seen = new Set(paths)
  if (seen.size !== paths.length) refuseLocation(31250, 'Path collision')
  for (const path of paths) {
    const parts = path.split('.')
    for (let length = 1; length < parts.length; length++) {
      const above = parts.slice(0, length).join('.')
      if (seen.has(above)) {
        refuseLocation(31249, `Path collision at ${path} remaining portion ${parts.slice(length).join('.')}`)
      }
    }
  }
}

/** In `find`, `$slice` with an array before the numbers is the operator of expressions. */
function isSliceExpression(operand: BsonValue): boolean {
  return isArray(operand) && operand.length > 0 && !isNumber(operand[0])
}

function slice(path: string, operand: BsonValue): SpecialField {
  if (isNumber(operand)) return { kind: 'slice', path, count: toNumber(operand) }
  const [skip, count] = isArray(operand) && operand.length === 2 ? operand : []
  if (skip === undefined || !isNumber(skip) || count === undefined || !isNumber(count)) {
    return refuseLocation(
      28667,
      'Invalid $slice syntax. The given syntax did not match the find() or expression syntax',
    )
  }
  if (toNumber(count) <= 0) refuseLocation(28724, 'First argument to $slice must be an array')
  return { kind: 'slice', path, skip: toNumber(skip), count: toNumber(count) }
}
