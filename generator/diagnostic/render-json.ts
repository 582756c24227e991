import type { Position, Span } from '../source/source-file.ts'
import { SourceLines } from './code-frame.ts'
import type { Diagnostic, Severity } from './diagnostic.ts'
import type { DocLinks, DocLinksOf } from './doc-links.ts'
import { type Summary, summarize } from './summary.ts'
import { visibleJson } from './visible-text.ts'

/** A place in a file: line and column count from 1, the offset from 0; column and offset in UTF-16 code units. */
export interface JsonPosition extends Position {
  readonly offset: number
}

/** A half-open range. `path` is posix and relative to the project's folder. */
export interface JsonPlace {
  readonly path: string
  readonly start: JsonPosition
  readonly end: JsonPosition
}

export interface JsonDiagnostic {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly place: JsonPlace | null
  readonly label: string | null
  readonly related: readonly { readonly place: JsonPlace; readonly label: string }[]
  readonly help: string | null
  /** Where the published documentation tells more: of the rule, and of what the finding is about. */
  readonly docs: { readonly rule: string | null; readonly subject: string | null }
  /** Alternatives; the edits of one belong together. An edit replaces its place by its text. */
  readonly fixes: readonly {
    readonly title: string
    readonly edits: readonly { readonly place: JsonPlace; readonly text: string }[]
  }[]
}

/** What `stowage lint --format json` prints. A key is never left out; keys may be added within a version. */
export interface JsonReport {
  readonly version: 1
  readonly summary: Summary
  readonly diagnostics: readonly JsonDiagnostic[]
}

/** The findings as data, in the given order. `files` is how many files were read. */
export function jsonReport(diagnostics: readonly Diagnostic[], files: number, linksOf?: DocLinksOf): JsonReport {
  const lines = new SourceLines()
  const position = (span: Span, offset: number): JsonPosition => ({ ...lines.position(span.file, offset), offset })
  const place = (span: Span): JsonPlace => ({
    path: span.file.path,
    start: position(span, span.start),
    end: position(span, span.end),
  })
  return {
    version: 1,
    summary: summarize(diagnostics, files),
    diagnostics: diagnostics.map((diagnostic) => ({
      code: diagnostic.code,
      severity: diagnostic.severity,
      message: diagnostic.message,
      place: diagnostic.span === undefined ? null : place(diagnostic.span),
      label: diagnostic.label ?? null,
      related: (diagnostic.related ?? []).map(({ span, label }) => ({ place: place(span), label })),
      help: diagnostic.help ?? null,
      docs: docsOf(linksOf?.(diagnostic)),
      fixes: (diagnostic.fixes ?? []).map(({ title, edits }) => ({
        title,
        edits: edits.map(({ span, text }) => ({ place: place(span), text })),
      })),
    })),
  }
}

function docsOf(links: DocLinks | undefined): JsonDiagnostic['docs'] {
  return { rule: links?.rule ?? null, subject: links?.subject ?? null }
}

/** The same as text, with a final newline; safe to print on a terminal. */
export function renderJson(diagnostics: readonly Diagnostic[], files: number, linksOf?: DocLinksOf): string {
  return `${visibleJson(JSON.stringify(jsonReport(diagnostics, files, linksOf), undefined, 2))}\n`
}
