import type { RawStmt, ScanToken } from 'libpg-query'

/** PostgreSQL's own parser, of version 18, as WebAssembly. Offsets count bytes of UTF-8. */
export interface PgParser {
  /** @throws SqlRefusal */
  parse(sql: string): readonly RawStmt[]
  /** The tokens of a text, its comments among them; none where it is no SQL. */
  scan(sql: string): readonly ScanToken[]
}

/** Why a text is no SQL. */
export class SqlRefusal extends Error {
  override readonly name: string = 'SqlRefusal'
  /** In code points from the text's start; absent where the parser itself gave up. */
  readonly at: number | undefined

  constructor(message: string, at: number | undefined) {
    super(message)
    this.at = at
  }
}

/** Loads the parser, which weighs two megabytes: only where there is SQL to read. */
export async function loadPgParser(): Promise<PgParser> {
  const { hasSqlDetails, loadModule, parseSync, scanSync } = await import('libpg-query')
  await loadModule()
  return {
    parse(sql) {
      if (sql.trim() === '') return []
      try {
        return parseSync(sql).stmts ?? []
      } catch (error) {
        if (hasSqlDetails(error)) throw new SqlRefusal(error.message, error.sqlDetails?.cursorPosition)
        // The stack of WebAssembly is used up, or its memory.
        throw new SqlRefusal('it is nested too deeply, or too large, for the parser', undefined)
      }
    },
    scan(sql) {
      if (sql === '') return []
      try {
        return scanSync(sql).tokens
      } catch {
        return []
      }
    },
  }
}
