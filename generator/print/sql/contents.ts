import { filled, type Lines, remark } from './layout.ts'
import type { Database } from './tree.ts'

/** What follows in the file, in its order: for whoever looks for a table. */
export function printContents({ roles, functions, internalTables, sections, lookups }: Database): Lines {
  const shared = functions.filter(({ of }) => of === undefined)
  const parts = [
    [roles.length > 0, 'roles and schemas', 'schemas'],
    [shared.length > 0, 'functions'],
    [internalTables.length > 0, 'what Stowage keeps'],
  ] as const
  const first = parts.flatMap(([there, name, otherwise]) =>
    there ? [name] : otherwise === undefined ? [] : [otherwise],
  )
  const last = ['references', ...(lookups.length > 0 ? ['look-ups'] : [])]
  const stem = Math.max(...sections.map(({ title }) => title.length))
  return [
    ...remark(`In this order: ${first.join(', ')}; the tables by subject; ${last.join(', ')}.`),
    ...sections.flatMap(({ title, tables }) => {
      const names = tables.map(({ name }, at) => (at === tables.length - 1 ? name : `${name},`))
      return filled(names, `--   ${' '.repeat(stem)}  `, `--   ${title.padEnd(stem)}  `)
    }),
  ]
}
