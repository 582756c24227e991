import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { analyze } from '../../generator/analyze.ts'
import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'
import { type ForeignFindings, lintForeign } from '../../generator/foreign/lint-foreign.ts'
import type { Model } from '../../generator/model/model.ts'
import { lineStarts, positionAt } from '../../generator/source/source-file.ts'

/** A project with nothing in it but what a test says. */
export function projectWith(more = ''): string {
  return `stowage: 1\nname: bakery\nstores: { postgres: { version: 16, url: POSTGRES_URL } }\n${more}`
}

export function modelOf(project: string, included?: string): Model {
  const { model, diagnostics } = analyze([
    { path: 'stowage.yaml', text: project },
    ...(included === undefined ? [] : [{ path: 'all.yaml', text: included }]),
  ])
  if (model === undefined || diagnostics.some(({ severity }) => severity === 'error'))
    throw new Error(`not a project: ${diagnostics[0]?.message}`)
  return model
}

/** Lints texts, or bytes; a path ending in `.prisma` is one of Prisma, any other one of SQL. */
export async function lintTexts(
  files: Readonly<Record<string, string | Uint8Array>>,
  model: Model = modelOf(projectWith()),
): Promise<ForeignFindings> {
  const raw = Object.entries(files).map(([path, text]) => ({
    path,
    bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  }))
  const isPrisma = ({ path }: { readonly path: string }): boolean => path.endsWith('.prisma')
  return await lintForeign({ prisma: raw.filter(isPrisma), sql: raw.filter((file) => !isPrisma(file)) }, model)
}

/** `1.sql:3:5 naming/column "createdAt"`: where it points, what it says, and the token that it points at. */
export function brief({ code, span }: Diagnostic): string {
  if (span === undefined) return `nowhere ${code}`
  const { line, column } = positionAt(lineStarts(span.file.text), span.start)
  return `${span.file.path}:${line}:${column} ${code} ${span.file.text.slice(span.start, span.end)}`
}

/** Puts files into a folder. */
export function fill(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}
