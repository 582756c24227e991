import { type Code, code, type Literal, literal } from './code.ts'
import { identifierText, isIdentifier, propertyName } from './escape.ts'
import { lineWidth } from './layout.ts'

/**
 * The expressions that initialisers are made of, each written on one line as it is made. What has parts keeps them, to be
 * spread over lines where it stands.
 */
export type Expression = Code | ObjectExpression | ArrayExpression | Wrapped | CallExpression | Arrow

interface Parted {
  /** All on one line; none where something in it is always spread, or where it is far too long. */
  readonly flat: Code | undefined
}

export interface ObjectExpression extends Parted {
  readonly kind: 'object'
  readonly properties: readonly ObjectMember[]
}

export interface ArrayExpression extends Parted {
  readonly kind: 'array'
  readonly elements: readonly Expression[]
}

/** `...x`, `x as const satisfies T` */
export interface Wrapped extends Parted {
  readonly kind: 'wrapped'
  readonly before: Code
  readonly expression: Expression
  readonly after: Code
}

export interface CallExpression extends Parted {
  readonly kind: 'call'
  /** What is called, up to the bracket. */
  readonly head: Code
  readonly arguments: readonly Expression[]
}

/** A function without parameters. */
export interface Arrow extends Parted {
  readonly kind: 'arrow'
  readonly body: Expression
}

/** A member of an object: one that stands on a line whatever the line is, or one that may need more. */
export type ObjectMember =
  | Code
  | { readonly kind: 'property'; readonly name: string; readonly value: Expression; readonly doc?: string }
  | { readonly kind: 'spread'; readonly expression: Expression }

/** A plain value as a tree: what JSON can hold, big integers and `undefined`. */
export type Plain = Literal | readonly Plain[] | { readonly [name: string]: Plain }

/** An expression on one line, where it may be. */
export function flatOf(expression: Expression): Code | undefined {
  return typeof expression === 'string' ? expression : expression.flat
}

export function property(name: string, value: Expression, doc?: string): ObjectMember {
  if (doc !== undefined) return { kind: 'property', name, value, doc }
  return typeof value === 'string' ? code(flatProperty(name, value)) : { kind: 'property', name, value }
}

/** An object of the entries given, in their order; `undefined` entries are left out. */
export function object(
  entries: Readonly<Record<string, Expression | undefined>> | readonly ObjectMember[],
  layout: 'expanded' | 'fitting' = 'fitting',
): Expression {
  const properties = isMembers(entries) ? entries : membersOf(entries)
  const isExpanded = layout === 'expanded' && properties.length > 0
  return { kind: 'object', properties, flat: isExpanded ? undefined : flatObject(properties) }
}

function isMembers(
  entries: Readonly<Record<string, Expression | undefined>> | readonly ObjectMember[],
): entries is readonly ObjectMember[] {
  return Array.isArray(entries)
}

function membersOf(entries: Readonly<Record<string, Expression | undefined>>): readonly ObjectMember[] {
  const members: ObjectMember[] = []
  for (const name of Object.keys(entries)) {
    const value = entries[name]
    if (value !== undefined) members.push(property(name, value))
  }
  return members
}

function flatObject(properties: readonly ObjectMember[]): Code | undefined {
  let text = ''
  for (const one of properties) {
    const written = flatMember(one)
    if (written === undefined || text.length + written.length > lineWidth) return undefined
    text = text === '' ? written : `${text}, ${written}`
  }
  return code(text === '' ? '{}' : `{ ${text} }`)
}

function flatMember(one: ObjectMember): string | undefined {
  if (typeof one === 'string') return one
  const value = flatOf(one.kind === 'spread' ? one.expression : one.value)
  if (value === undefined || (one.kind === 'property' && one.doc !== undefined)) return undefined
  return one.kind === 'spread' ? `...${value}` : flatProperty(one.name, value)
}

function flatProperty(name: string, value: string): string {
  return isShorthand(name, value) ? name : `${propertyName(name)}: ${value}`
}

/** Names that stand for themselves: no variable can be called so. */
const values: ReadonlySet<string> = new Set(['true', 'false', 'null', 'undefined'])

/** Whether a property is written by its name alone, since its value is a variable of that name. */
export function isShorthand(name: string, value: Expression | string): boolean {
  return value === name && isIdentifier(name) && !values.has(name)
}

export function array(elements: readonly Expression[], layout: 'expanded' | 'fitting' = 'fitting'): Expression {
  const isExpanded = layout === 'expanded' && elements.length > 0
  return { kind: 'array', elements, flat: isExpanded ? undefined : flatArray(elements) }
}

function flatArray(elements: readonly Expression[]): Code | undefined {
  if (breaksAlways(elements)) return undefined
  let text = ''
  for (const element of elements) {
    const written = flatOf(element)
    if (written === undefined || text.length + written.length > lineWidth) return undefined
    text = text === '' ? written : `${text}, ${written}`
  }
  return code(`[${text}]`)
}

/** Two or more objects or lists, each of more than one thing, stand a line each: formatters insist on it. */
function breaksAlways(elements: readonly Expression[]): boolean {
  const [first] = elements
  if (elements.length < 2 || first === undefined || typeof first === 'string') return false
  return elements.every((element) => typeof element !== 'string' && element.kind === first.kind && sizeOf(element) > 1)
}

function sizeOf(expression: Exclude<Expression, Code>): number {
  if (expression.kind === 'object') return expression.properties.length
  return expression.kind === 'array' ? expression.elements.length : 0
}

/** `...x` as an element of a list. */
export function spread(expression: Expression): Expression {
  return wrapped('...', expression, '')
}

/** `x as const satisfies T` */
export function asConst(expression: Expression, type?: string): Expression {
  return wrapped('', expression, type === undefined ? ' as const' : ` as const satisfies ${type}`)
}

export function satisfies(expression: Expression, type: string): Expression {
  return wrapped('', expression, ` satisfies ${type}`)
}

function wrapped(before: string, expression: Expression, after: string): Expression {
  const inner = flatOf(expression)
  const flat = inner === undefined ? undefined : code(`${before}${inner}${after}`)
  if (typeof expression === 'string' && flat !== undefined) return flat
  return { kind: 'wrapped', before: code(before), expression, after: code(after), flat }
}

/** `callee`: member names, `Types.Decimal128.fromString` for one. */
export function call(
  callee: string,
  args: readonly Expression[],
  { typeArguments = [], isNew = false }: { readonly typeArguments?: readonly string[]; readonly isNew?: boolean } = {},
): Expression {
  const name = callee.split('.').map(identifierText).join('.')
  const types = typeArguments.length === 0 ? '' : `<${typeArguments.join(', ')}>`
  const head = code(`${isNew ? 'new ' : ''}${name}${types}(`)
  const written = args.map(flatOf)
  const flat = written.includes(undefined) ? undefined : code(`${head}${written.join(', ')})`)
  return { kind: 'call', head, arguments: args, flat }
}

/** A function of no parameters. */
export function arrow(body: Expression): Expression {
  const inner = flatOf(body)
  const isObject = typeof body !== 'string' && body.kind === 'object'
  const flat = inner === undefined ? undefined : code(isObject ? `() => (${inner})` : `() => ${inner}`)
  return { kind: 'arrow', body, flat }
}

/** Writes plain data as a tree. */
export function plain(value: Plain): Expression {
  if (value === null || typeof value !== 'object') return literal(value)
  if (isList(value)) return array(value.map(plain))
  return object(Object.keys(value).map((name) => property(name, plain(value[name]))))
}

function isList(value: readonly Plain[] | { readonly [name: string]: Plain }): value is readonly Plain[] {
  return Array.isArray(value)
}
