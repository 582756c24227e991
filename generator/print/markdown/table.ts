import type { Inline } from './inline.ts'
import { printInline } from './print.ts'

/** A table of a page; every row has as many cells as there are heads. */
export interface Table {
  readonly heads: readonly Inline[]
  readonly rows: readonly { readonly cells: readonly Inline[] }[]
}

/** The lines of a table. */
export function printTable({ heads, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const printed = (cells: readonly Inline[]): string => line(cells.map((cell) => printInline(cell, 'cell')))
  return [printed(heads), line(heads.map(() => '---')), ...rows.map(({ cells }) => printed(cells))].join('\n')
}
