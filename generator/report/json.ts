import { SourceLines } from '../diagnostic/code-frame.ts'
import type { Severity } from '../diagnostic/diagnostic.ts'
import type { DocLinks } from '../diagnostic/doc-links.ts'
import type { Findings } from '../diagnostic/findings.ts'
import { type Summary, summarize } from '../diagnostic/summary.ts'
import type { Suppression } from '../diagnostic/suppression.ts'
import { visibleJson } from '../diagnostic/visible-text.ts'
import type { Position, Span } from '../source/source-file.ts'
import { type Entry, entriesOf } from './entries.ts'

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
    /** Likely, but no more: `lint --fix` never applies it. */
    readonly isGuess: boolean
    readonly edits: readonly { readonly place: JsonPlace; readonly text: string }[]
  }[]
  /** Stays the same from run to run, also where lines are added above. */
  readonly fingerprint: string
}

/** A finding that somebody answered for. */
export interface JsonSuppressed extends JsonDiagnostic {
  readonly suppression: {
    readonly kind: Suppression['kind']
    readonly reason: string
    /** The comment. */
    readonly place: JsonPlace | null
  }
}

/** What `stowage lint --format json` prints. A key is never left out; keys may be added within a version. */
export interface JsonReport {
  readonly version: 1
  readonly summary: Summary
  readonly diagnostics: readonly JsonDiagnostic[]
  readonly suppressed: readonly JsonSuppressed[]
}

/** The findings as data, in reading order. */
export function jsonReport(findings: Findings): JsonReport {
  const lines = new SourceLines()
  const position = (span: Span, offset: number): JsonPosition => ({ ...lines.position(span.file, offset), offset })
  const place = (span: Span): JsonPlace => ({
    path: span.file.path,
    start: position(span, span.start),
    end: position(span, span.end),
  })
  const printed = ({ diagnostic, fingerprint }: Entry): JsonDiagnostic => ({
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: diagnostic.message,
    place: diagnostic.span === undefined ? null : place(diagnostic.span),
    label: diagnostic.label ?? null,
    related: (diagnostic.related ?? []).map(({ span, label }) => ({ place: place(span), label })),
    help: diagnostic.help ?? null,
    docs: docsOf(findings.links?.(diagnostic)),
    fixes: (diagnostic.fixes ?? []).map(({ title, edits, isGuess = false }) => ({
      title,
      isGuess,
      edits: edits.map(({ span, text }) => ({ place: place(span), text })),
    })),
    fingerprint,
  })
  const entries = entriesOf(findings)
  return {
    version: 1,
    summary: summarize(findings),
    diagnostics: entries.filter(({ suppression }) => suppression === undefined).map(printed),
    suppressed: entries.flatMap((entry) => {
      const { suppression } = entry
      if (suppression === undefined) return []
      const { kind, reason, span } = suppression
      return [{ ...printed(entry), suppression: { kind, reason, place: span === undefined ? null : place(span) } }]
    }),
  }
}

function docsOf(links: DocLinks | undefined): JsonDiagnostic['docs'] {
  return { rule: links?.rule ?? null, subject: links?.subject ?? null }
}

/** The same as text, with a final newline; safe to print on a terminal. */
export function renderJson(findings: Findings): string {
  return `${visibleJson(JSON.stringify(jsonReport(findings), undefined, 2))}\n`
}
