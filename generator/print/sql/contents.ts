import { filled, type Lines, remark } from './layout.ts'
import type { Database, Section } from './tree.ts'

/** What follows in the file, in its order: for whoever looks for a table. What the sections hold comes behind it. */
export function printContents({ roles, functions, internalTables, lookups }: Database): Lines {
  const parts = [
    [roles.length > 0, 'roles and schemas', 'schemas'],
    [functions.length > 0, 'functions'],
    [internalTables.length > 0, 'what Stowage keeps'],
  ] as const
  const first = parts.flatMap(([there, name, otherwise]) =>
    there ? [name] : otherwise === undefined ? [] : [otherwise],
  )
  const last = ['references', ...(lookups.length > 0 ? ['look-ups'] : [])]
  return remark(`In this order: ${first.join(', ')}; the tables by subject; ${last.join(', ')}.`)
}

/** How wide the titles of the sections are in the list of them. */
export function widthOfTitles(sections: readonly Section[]): number {
  return sections.reduce((width, { title }) => Math.max(width, title.length), 0)
}

/** The tables of one section, beside its title. */
export function printSectionContents({ title, tables }: Section, widthOfTitle: number): Lines {
  const names = tables.map(({ name }, at) => (at === tables.length - 1 ? name : `${name},`))
  return filled(names, `--   ${' '.repeat(widthOfTitle)}  `, `--   ${title.padEnd(widthOfTitle)}  `)
}
