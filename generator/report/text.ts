import { assertNever } from '../base/internal-error.ts'
import { inGroups } from '../base/plural.ts'
import { type CodeFrame, SourceLines } from '../diagnostic/code-frame.ts'
import type { Diagnostic, Severity } from '../diagnostic/diagnostic.ts'
import type { DocLinks } from '../diagnostic/doc-links.ts'
import type { Findings } from '../diagnostic/findings.ts'
import type { Palette } from '../diagnostic/palette.ts'
import { gravestFirst } from '../diagnostic/severity.ts'
import { brief, visible } from '../diagnostic/visible-text.ts'
import { adviceOn } from './advice.ts'
import { overviewText } from './overview.ts'

export interface TextOptions {
  /** Shows the code of every finding, however many there are. */
  readonly full?: boolean
}

/** How much of a message, label or help is shown: enough for any sentence, too little for a pasted file. */
const longestText = 600

/** How many findings are shown with their code; nobody reads more of them at a sitting. */
const mostFrames = 50

/**
 * A report for a person: each finding with the code it points at, in the given order, then lines that count them and say
 * where to start. Of very many findings only the gravest are shown so, and the others have a line each. Ends with a newline; empty where there is no
 * finding. With links, the page of a rule is named at its first finding, and at each one the page of what it is about.
 */
export function renderText(findings: Findings, palette: Palette, { full = false }: TextOptions = {}): string {
  const { diagnostics, links: linksOf } = findings
  if (diagnostics.length === 0) return ''
  const lines = new SourceLines()
  const named = new Set<string>()
  const gravest = new Set(full ? diagnostics : gravestFirst(diagnostics).slice(0, mostFrames))
  const framed = diagnostics.filter((diagnostic) => gravest.has(diagnostic))
  const frames = framed.map((diagnostic) => {
    const links = linksOf?.(diagnostic)
    const addresses = links === undefined ? [] : fresh(links, named)
    return `${renderFinding(diagnostic, lines, palette, links, addresses)}\n`
  })
  const listed = diagnostics.filter((diagnostic) => !gravest.has(diagnostic))
  const list = listed.length === 0 ? [] : [renderList(listed, lines, palette)]
  return `${[...frames, ...list].join('\n')}\n${overviewText(findings, palette)}`
}

/** A line for each finding. */
function renderList(diagnostics: readonly Diagnostic[], lines: SourceLines, palette: Palette): string {
  const more = inGroups(diagnostics.length)
  const head = palette.bold(`${more} more, a line each; \`--full\` shows the code of all:`)
  const rows = diagnostics.map(({ code, message, severity, span }) => {
    const at = span === undefined ? undefined : lines.position(span.file, span.start)
    const path = brief(span?.file.path ?? '', longestText)
    const where = at === undefined ? '' : `${path}:${at.line}:${at.column} `
    return `${where}${colourOf(severity, palette)(`${titleOf(severity)}[${code}]`)}: ${brief(message, longestText)}\n`
  })
  return `${head}\n${rows.join('')}`
}

/** The addresses to print with a finding: that of its rule once a report. */
function fresh({ rule, subject }: DocLinks, named: Set<string>): readonly string[] {
  const addresses = [...(named.has(rule) ? [] : [rule]), ...(subject === undefined ? [] : [subject])]
  named.add(rule)
  return addresses
}

/** One finding, without a final newline. */
function renderFinding(
  diagnostic: Diagnostic,
  lines: SourceLines,
  palette: Palette,
  links: DocLinks | undefined,
  addresses: readonly string[],
): string {
  const colour = colourOf(diagnostic.severity, palette)
  const title = titleOf(diagnostic.severity)
  const code =
    links === undefined || palette.link === undefined ? diagnostic.code : palette.link(diagnostic.code, links.rule)
  const head = `${colour(palette.bold(`${title}[${code}]`))}${palette.bold(`: ${brief(diagnostic.message, longestText)}`)}`
  const places = [
    ...(diagnostic.span === undefined
      ? []
      : [{ span: diagnostic.span, label: diagnostic.label, mark: '^', arrow: '-->', colour }]),
    ...(diagnostic.related ?? []).map(({ span, label }) => ({
      span,
      label,
      mark: '-',
      arrow: ':::',
      colour: palette.blue,
    })),
  ].map((place) => ({ ...place, frame: lines.frame(place.span) }))
  const gutter = Math.max(2, ...places.map(({ frame }) => String(frame.at.line).length))
  const bar = palette.blue(`${' '.repeat(gutter + 2)}|`)

  const parts = [head]
  for (const [index, place] of places.entries()) {
    const { frame } = place
    if (index > 0) parts.push(bar)
    const where = `${brief(place.span.file.path, longestText)}:${frame.at.line}:${frame.at.column}`
    parts.push(`${' '.repeat(gutter + 1)}${palette.blue(place.arrow)} ${where}`, bar)
    if (frame.before !== undefined && index === 0) {
      parts.push(numbered(frame.before.line, frame.before.text, gutter, palette))
    }
    parts.push(numbered(frame.at.line, frame.marked.text, gutter, palette))
    parts.push(`${bar} ${' '.repeat(frame.marked.markStart)}${place.colour(marks(frame, place.mark, place.label))}`)
  }
  const advice = adviceOn(diagnostic)
  if (advice !== undefined)
    parts.push(`${' '.repeat(gutter + 1)}${palette.cyan('help:')} ${brief(advice, longestText)}`)
  for (const [index, address] of addresses.entries()) {
    // One below the other: an address that a terminal breaks cannot be clicked.
    const lead = index === 0 ? palette.cyan('docs:') : '     '
    parts.push(`${' '.repeat(gutter + 1)}${lead} ${visible(address)}`)
  }
  return parts.join('\n')
}

function numbered(line: number, text: string, gutter: number, palette: Palette): string {
  return `${palette.blue(` ${String(line).padStart(gutter)} |`)} ${text}`.trimEnd()
}

function marks(frame: CodeFrame, mark: string, label: string | undefined): string {
  const until = frame.endLine === undefined ? '' : ` (to line ${frame.endLine})`
  const text = label === undefined ? '' : ` ${brief(label, longestText)}`
  return `${mark.repeat(frame.marked.markWidth)}${text}${until}`
}

/** What a person calls it. */
function titleOf(severity: Severity): string {
  return severity === 'info' ? 'note' : severity
}

function colourOf(severity: Severity, palette: Palette): (text: string) => string {
  switch (severity) {
    case 'error':
      return palette.red
    case 'warning':
      return palette.yellow
    case 'info':
      return palette.cyan
    default:
      return assertNever(severity)
  }
}
