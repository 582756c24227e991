import { keywords } from '../../print/sql/keywords.ts'

/** A name as a statement has to write it: any name at all, since it came from somebody else's file. */
export function quoteName(name: string): string {
  if (/^[a-z_][a-z0-9_]*$/.test(name) && !keywords.has(name)) return name
  return `"${name.replaceAll('"', '""')}"`
}
