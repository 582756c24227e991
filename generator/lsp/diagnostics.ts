import {
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentUri,
  type Location,
  type Diagnostic as Shown,
} from 'vscode-languageserver'
import type { Diagnostic, RelatedPlace, Severity } from '../diagnostic/diagnostic.ts'
import { ruleRoute } from '../site/route.ts'
import { rangeOf } from './positions.ts'
import { locationOf, type ProjectView } from './project-view.ts'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

/** Codes whose finding is of something that could as well not be there: an editor greys it. */
const unnecessary: ReadonlySet<string> = new Set([
  'suppress/unused',
  'postgres/duplicate-index',
  'mongo/duplicate-index',
])

/** The start of a file, for what has no place in one. */
const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

/** What an editor shows of one file. */
export interface FileFindings {
  readonly uri: DocumentUri
  /** Of the text in which they were found; absent for a file that is not open. */
  readonly version?: number
  readonly diagnostics: readonly Shown[]
}

/**
 * What is wrong in each file of a project, as an editor shows it. What somebody answered for is not among it.
 * @param projectPath the file that shows what has no place of its own
 */
export function shownFindings(view: ProjectView, projectPath: string): readonly FileFindings[] {
  const shown = new Map<string, Shown[]>()
  for (const diagnostic of view.snapshot.diagnostics) {
    const path = diagnostic.span?.file.path ?? projectPath
    const others = shown.get(path) ?? []
    others.push(shownDiagnostic(view, diagnostic))
    shown.set(path, others)
  }
  return [...shown].map(([path, diagnostics]) => {
    const version = view.versionOf(path)
    return { uri: view.uriOf(path), diagnostics, ...(version === null ? {} : { version }) }
  })
}

export function shownDiagnostic(
  view: ProjectView,
  { code, severity, message, help, span, label, related }: Diagnostic,
): Shown {
  const can = view.client.textDocument?.publishDiagnostics
  const url = view.model?.project.docs.url
  const places = can?.relatedInformation === true ? (related ?? []) : []
  const tagged = can?.tagSupport !== undefined && unnecessary.has(code)
  return {
    range: span === undefined ? nowhere : rangeOf(span),
    severity: severities[severity],
    source: 'stowage',
    code,
    message: [label === undefined ? message : `${message}: ${label}`, ...(help === undefined ? [] : [help])].join('\n'),
    ...(can?.codeDescriptionSupport === true && url !== undefined
      ? { codeDescription: { href: `${url}${ruleRoute(code)}` } }
      : {}),
    ...(tagged ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(places.length === 0 ? {} : { relatedInformation: places.map((place) => relatedPlace(view, place)) }),
  }
}

function relatedPlace(view: ProjectView, { span, label }: RelatedPlace): { location: Location; message: string } {
  return { location: locationOf(view, span), message: label }
}
