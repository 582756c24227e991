import { aligned, type Lines } from './layout.ts'
import { printName } from './qualified.ts'
import { quoteIdentifier } from './quote.ts'
import type { ForeignKey, Table } from './tree.ts'

/** What a table refers to, added when every table is there. */
export function printForeignKeys(table: Table): Lines {
  const { foreignKeys } = table
  if (foreignKeys.length === 0) return []
  const lines = aligned(foreignKeys.map(cells))
  return [
    `ALTER TABLE ${printName(table)}`,
    ...lines.map((line, at) => `  ${line}${at === lines.length - 1 ? ';' : ','}`),
  ]
}

function cells({ name, columns, target, targetColumns, onDelete }: ForeignKey): readonly string[] {
  return [
    `ADD CONSTRAINT ${quoteIdentifier(name)}`,
    `FOREIGN KEY ${inBrackets(columns)}`,
    `REFERENCES ${printName(target)} ${inBrackets(targetColumns)}`,
    `ON DELETE ${printAction(onDelete)}`,
  ]
}

function printAction(action: ForeignKey['onDelete']): string {
  return typeof action === 'string' ? action.toUpperCase() : `SET NULL ${inBrackets(action.setNull)}`
}

function inBrackets(columns: readonly string[]): string {
  return `(${columns.map(quoteIdentifier).join(', ')})`
}
