import type { Session } from '../session.ts'

/** Serves editors until they end it; the process ends with them. */
export async function lspCommand(session: Session): Promise<never> {
  const { serveLanguage } = await import('../lsp/server.ts')
  return serveLanguage(session)
}
