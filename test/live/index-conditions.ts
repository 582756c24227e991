/** What a plan does to find rows, from all of its nodes. */
export interface Finding {
  /** The condition of each search of an index. */
  readonly conditions: readonly string[]
  /** What is judged row by row, once a row was fetched. */
  readonly filtered: readonly string[]
  /** Tables that are read from end to end. */
  readonly scanned: readonly string[]
}

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Cond'?: string
  readonly Filter?: string
  readonly Plans?: readonly PlanNode[]
}

/** Reads the answer of `EXPLAIN (FORMAT JSON)`. Searches of tables that are not `counted` are left out. */
export function indexConditions(plan: readonly [{ readonly Plan: PlanNode }], counted: ReadonlySet<string>): Finding {
  const nodes: PlanNode[] = []
  collect(plan[0].Plan, undefined, counted, nodes)
  const search = nodes.filter((node) => node['Node Type'].includes('Index'))
  return {
    conditions: search.map((node) => node['Index Cond'] ?? ''),
    filtered: nodes.flatMap((node) => node.Filter ?? []),
    scanned: nodes.flatMap((node) => (node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : [])),
  }
}

/** A bitmap's search of an index stands below the node that names the table. */
function collect(node: PlanNode, table: string | undefined, counted: ReadonlySet<string>, into: PlanNode[]): void {
  const relation = node['Relation Name'] ?? table
  if (relation === undefined || counted.has(relation)) into.push(node)
  for (const child of node.Plans ?? []) collect(child, relation, counted, into)
}
