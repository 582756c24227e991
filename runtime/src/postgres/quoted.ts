/**
 * An identifier as SQL writes it. Identifiers come from the description alone; what a caller gives is a parameter.
 *
 * @throws TypeError for a text that PostgreSQL takes for no identifier
 */
export function quoted(identifier: string): string {
  if (identifier === '' || identifier.includes('\0')) throw new TypeError('not an identifier of SQL')
  return `"${identifier.replaceAll('"', '""')}"`
}

/** The same of a name in a schema: `stowage.find_users_by_email`. */
export function quotedPath(path: string): string {
  return path.split('.').map(quoted).join('.')
}
