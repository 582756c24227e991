/** The expressions that initialisers are made of. Names are identifiers; every text in a literal may be hostile. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | bigint | boolean | null | undefined }
  | { readonly kind: 'identifier'; readonly name: string }
  /** Member names in turn: `Schema`, `Types`, `Int32`. */
  | { readonly kind: 'member'; readonly path: readonly string[] }
  | { readonly kind: 'object'; readonly properties: readonly ObjectMember[]; readonly expanded?: boolean }
  | { readonly kind: 'array'; readonly elements: readonly Expression[] }
  | { readonly kind: 'spread'; readonly expression: Expression }
  | {
      readonly kind: 'call'
      readonly callee: Expression
      readonly isNew?: boolean
      readonly typeArguments?: readonly string[]
      readonly arguments: readonly Expression[]
    }
  /** One more text than expressions. */
  | {
      readonly kind: 'template'
      readonly tag?: string
      readonly texts: readonly string[]
      readonly expressions: readonly Expression[]
    }
  | {
      readonly kind: 'arrow'
      readonly parameters?: readonly { readonly name: string; readonly type?: string }[]
      readonly returnType?: string
      readonly body: Expression
    }
  | { readonly kind: 'regex'; readonly source: string; readonly flags?: string }
  | {
      readonly kind: 'conditional'
      readonly test: Expression
      readonly whenTrue: Expression
      readonly whenFalse: Expression
    }
  /** `x as const satisfies T`, `x satisfies T`. */
  | { readonly kind: 'as'; readonly expression: Expression; readonly asConst?: boolean; readonly satisfies?: string }

export type ObjectMember =
  | { readonly kind: 'property'; readonly name: string; readonly value: Expression; readonly doc?: string }
  | { readonly kind: 'spread'; readonly expression: Expression }

export type Literal = Extract<Expression, { kind: 'literal' }>['value']

/** A plain value as a tree: what JSON can hold, big integers and `undefined`. */
export type Plain = Literal | readonly Plain[] | { readonly [name: string]: Plain }

export function literal(value: Literal): Expression {
  return { kind: 'literal', value }
}

export function identifier(name: string): Expression {
  return { kind: 'identifier', name }
}

export function member(...path: readonly string[]): Expression {
  return { kind: 'member', path }
}

export function array(elements: readonly Expression[]): Expression {
  return { kind: 'array', elements }
}

export function call(
  callee: string,
  args: readonly Expression[],
  more: { readonly typeArguments?: readonly string[]; readonly isNew?: boolean } = {},
): Expression {
  return { kind: 'call', callee: member(...callee.split('.')), arguments: args, ...more }
}

export function arrow(body: Expression, returnType?: string): Expression {
  return { kind: 'arrow', body, ...(returnType === undefined ? {} : { returnType }) }
}

/** An object of the entries given, in their order; `undefined` entries are left out. */
export function object(
  entries: Readonly<Record<string, Expression | undefined>> | readonly ObjectMember[],
  layout: 'expanded' | 'fitting' = 'fitting',
): Expression {
  const properties = isMembers(entries) ? entries : Object.entries(entries).flatMap(entryMember)
  return { kind: 'object', properties, ...(layout === 'expanded' ? { expanded: true } : {}) }
}

function isMembers(
  entries: Readonly<Record<string, Expression | undefined>> | readonly ObjectMember[],
): entries is readonly ObjectMember[] {
  return Array.isArray(entries)
}

function entryMember([name, value]: readonly [string, Expression | undefined]): readonly ObjectMember[] {
  return value === undefined ? [] : [{ kind: 'property', name, value }]
}

/** Writes plain data as a tree. */
export function plain(value: Plain): Expression {
  if (value === null || typeof value !== 'object') return literal(value)
  if (isList(value)) return array(value.map(plain))
  return object(Object.entries(value).map(([name, item]) => ({ kind: 'property', name, value: plain(item) })))
}

function isList(value: readonly Plain[] | { readonly [name: string]: Plain }): value is readonly Plain[] {
  return Array.isArray(value)
}
