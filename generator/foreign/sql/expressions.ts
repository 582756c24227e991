import type { Node } from 'libpg-query'

/** What stands under a key of the parser's tree, wherever it is nested. */
function* under(key: string, root: unknown): Generator<object> {
  // A stack of our own: an expression may be nested deeper than calls can be.
  const open: unknown[] = [root]
  while (open.length > 0) {
    const node = open.pop()
    if (typeof node !== 'object' || node === null) continue
    for (const [name, value] of Object.entries(node).reverse()) {
      if (name === key && typeof value === 'object' && value !== null) yield value
      open.push(value)
    }
  }
}

/** The columns that an expression mentions, each once. */
export function columnsIn(expression: Node | undefined): readonly string[] {
  const found = new Set<string>()
  for (const reference of under('ColumnRef', expression)) {
    const name = 'fields' in reference && Array.isArray(reference.fields) ? lastText(reference.fields) : undefined
    if (name !== undefined) found.add(name)
  }
  return [...found]
}

/** The tables that a query reads. */
export function tablesIn(query: Node | undefined): readonly { readonly schema?: string; readonly name: string }[] {
  return [...under('RangeVar', query)].flatMap((relation) => {
    if (!('relname' in relation) || typeof relation.relname !== 'string') return []
    const schema = 'schemaname' in relation && typeof relation.schemaname === 'string' ? relation.schemaname : undefined
    return [{ name: relation.relname, ...(schema === undefined ? {} : { schema }) }]
  })
}

/** The texts of a list of strings: the parts of a qualified name. */
export function textsOf(nodes: readonly Node[] | undefined): readonly string[] {
  return (nodes ?? []).flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []))
}

export function lastText(nodes: readonly Node[] | undefined): string | undefined {
  return textsOf(nodes).at(-1)
}

/** The word by which PostgreSQL calls an expression in the name of an index (`FigureIndexColname`): `lower(name)` is `lower`. */
export function wordFor(expression: Node | undefined): string {
  return named(expression)?.word ?? 'expr'
}

/** `weak` gives way to a better name further in. */
interface Word {
  readonly word: string
  readonly weak?: boolean
}

function named(node: Node | undefined): Word | undefined {
  if (node === undefined) return undefined
  if ('ColumnRef' in node) return strong(lastText(node.ColumnRef.fields))
  if ('FuncCall' in node) return strong(lastText(node.FuncCall.funcname))
  if ('A_Indirection' in node) {
    return strong(lastText(node.A_Indirection.indirection)) ?? named(node.A_Indirection.arg)
  }
  if ('TypeCast' in node) {
    return betterOr(named(node.TypeCast.arg), lastText(node.TypeCast.typeName?.names))
  }
  if ('CollateClause' in node) return named(node.CollateClause.arg)
  if ('CaseExpr' in node) return betterOr(named(node.CaseExpr.defresult), 'case')
  if ('CoalesceExpr' in node) return { word: 'coalesce' }
  if ('MinMaxExpr' in node) return { word: node.MinMaxExpr.op === 'IS_LEAST' ? 'least' : 'greatest' }
  if ('A_ArrayExpr' in node) return { word: 'array' }
  if ('RowExpr' in node) return { word: 'row' }
  if ('A_Expr' in node && node.A_Expr.kind === 'AEXPR_NULLIF') return { word: 'nullif' }
  return undefined
}

function strong(word: string | undefined): Word | undefined {
  return word === undefined ? undefined : { word }
}

function betterOr(inner: Word | undefined, word: string | undefined): Word | undefined {
  if (inner !== undefined && inner.weak !== true) return inner
  return word === undefined ? inner : { word, weak: true }
}
