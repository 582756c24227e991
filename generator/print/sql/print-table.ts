import { aligned, ended, type Lines, listed, remark, width } from './layout.ts'
import { printCondition, printExpression } from './print-expression.ts'
import { printType } from './print-type.ts'
import { printName } from './qualified.ts'
import { quoteIdentifier, quoteLiteral } from './quote.ts'
import type { Check, Column, Index, Table, UniqueConstraint } from './tree.ts'

/** `CREATE TABLE`, with what is checked of one column below that column, and keys at the end. */
export function printCreateTable(table: Table): Lines {
  const checks = Map.groupBy(table.checks, ({ column }) => column)
  const heads = aligned(table.columns.map(columnCells))
  const lines = [`CREATE TABLE ${printName(table)} (`]
  for (const [at, { name }] of table.columns.entries()) {
    lines.push(`  ${heads[at] ?? ''}`)
    for (const check of checks.get(name) ?? []) lines.push(...printCheck(check, '    '))
    lines.push(`${lines.pop() ?? ''},`)
  }
  lines.push('', ...printKey(table.primaryKey.name, 'PRIMARY KEY', table.primaryKey.columns))
  const others = [
    ...table.uniques.map(printUnique),
    ...(checks.get(undefined) ?? []).map((check) => printCheck(check, '  ')),
  ]
  for (const constraint of others) lines.push(`${lines.pop() ?? ''},`, ...constraint)
  const partition = table.partition === undefined ? '' : ` PARTITION BY RANGE (${quoteIdentifier(table.partition.by)})`
  lines.push(`)${partition};`)
  return lines
}

function columnCells({ name, type, collation, optional, default: start, identity }: Column): readonly string[] {
  const words = [
    ...(optional ? [] : ['NOT NULL']),
    ...(start === undefined ? [] : [`DEFAULT ${printExpression(start)}`]),
    ...(identity !== undefined ? ['GENERATED ALWAYS AS IDENTITY'] : []),
  ]
  const collated = collation === undefined ? '' : ` COLLATE "${collation}"`
  return [quoteIdentifier(name), printType(type) + collated, words.join(' ')]
}

function printCheck({ name, expression }: Check, indent: string): Lines {
  return printCondition(`CONSTRAINT ${quoteIdentifier(name)} CHECK `, expression, '', indent)
}

function printKey(name: string, kind: string, columns: readonly string[]): Lines {
  return listed(`CONSTRAINT ${quoteIdentifier(name)} ${kind} `, columns.map(quoteIdentifier), '', '  ')
}

function printUnique({ name, columns, nullsNotDistinct, about }: UniqueConstraint): Lines {
  return [
    ...(about === undefined ? [] : remark(about, '  ')),
    ...printKey(name, nullsNotDistinct ? 'UNIQUE NULLS NOT DISTINCT' : 'UNIQUE', columns),
  ]
}

/** What a person reads of the table in any tool that shows comments. */
export function printComments(table: Table): Lines {
  const name = printName(table)
  const columns = table.columns.flatMap(({ name: column, about }) =>
    about === undefined ? [] : [[`COMMENT ON COLUMN ${name}.${quoteIdentifier(column)}`, `IS ${quoteLiteral(about)};`]],
  )
  return [
    ...(table.about === undefined ? [] : [`COMMENT ON TABLE ${name} IS ${quoteLiteral(table.about)};`]),
    ...aligned(columns),
  ]
}

/** The indexes, each below what it is for; those that nothing is said of stand apart. */
export function printIndexes(table: Table): Lines {
  return table.indexes.flatMap((index, at) => {
    const described = at > 0 && table.indexes[at - 1]?.about !== undefined
    const head = index.about === undefined ? (described ? [''] : []) : remark(index.about)
    return [...head, ...printIndex(table, index)]
  })
}

function printIndex(table: Table, { name, unique, columns, nullsNotDistinct, where }: Index): Lines {
  const keys = columns.map(({ name: column, order }) => quoteIdentifier(column) + (order === 'desc' ? ' DESC' : ''))
  const head = `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${quoteIdentifier(name)}`
  const on = `ON ${printName(table)} `
  const nulls = nullsNotDistinct ? ' NULLS NOT DISTINCT' : ''
  const condition = where === undefined ? '' : ` WHERE ${printExpression(where)}`
  const whole = `${head} ${on}(${keys.join(', ')})${nulls}${condition};`
  if (whole.length <= width) return [whole]
  const short = `  ${on}(${keys.join(', ')})${nulls}${condition};`
  if (short.length <= width) return [head, short]
  const rest = where === undefined ? [] : printCondition('WHERE ', where, '', '  ')
  return ended([head, ...listed(on, keys, nulls, '  '), ...rest], ';')
}
