import { printSectionContents } from './contents.ts'
import { bar, chapter, type Lines, paragraphs, remark, together } from './layout.ts'
import { printForeignKeys } from './print-foreign-keys.ts'
import { printFunctions } from './print-function.ts'
import { printGrants, printRowSecurity, printSequenceGrants, printTriggers, printView } from './print-guards.ts'
import { printRows } from './print-rows.ts'
import { printComments, printCreateTable, printIndexes } from './print-table.ts'
import type { Section, Table } from './tree.ts'

/** What a section gives to the chapters of the file: texts that are put together with those of the others. */
export interface PrintedSection {
  readonly contents: string
  readonly tables: string
  readonly references: string
  /** The roles that own functions of its tables. */
  readonly owners: ReadonlySet<string>
}

/** @param widthOfTitle how wide the titles of all sections are */
export function printSection(section: Section, widthOfTitle: number): PrintedSection {
  const { title, about, tables } = section
  const head = about === undefined ? '' : remark(about).join('\n')
  return {
    contents: printSectionContents(section, widthOfTitle).join('\n'),
    tables: chapter(title, together([head, ...tables.map(printTable)])),
    references: together(tables.map((table) => printForeignKeys(table).join('\n'))),
    owners: new Set(tables.flatMap(({ functions = [] }) => functions.flatMap(({ owner }) => owner ?? []))),
  }
}

/** One table with all that is attached to it but its references. */
export function printTable(table: Table): string {
  const lines: readonly Lines[] = [
    [
      bar(table.schema === 'public' ? table.name : `${table.schema}.${table.name}`, '-'),
      ...(table.about === undefined ? [] : remark(table.about)),
      ...table.notes.flatMap((note) => remark(note)),
    ],
    printCreateTable(table),
    printComments(table),
    printIndexes(table),
    printRows(table),
    printFunctions(table.functions ?? [], table.owner),
    printTriggers(table),
    printRowSecurity(table),
    [...printGrants(table, table.grants), ...printSequenceGrants(table)],
    table.view === undefined ? [] : printView(table, table.view),
  ]
  return paragraphs(lines).join('\n')
}
