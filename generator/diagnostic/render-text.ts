import { assertNever } from '../base/internal-error.ts'
import { type CodeFrame, SourceLines } from './code-frame.ts'
import type { Diagnostic, Severity } from './diagnostic.ts'
import type { DocLinks, DocLinksOf } from './doc-links.ts'
import { onlyFix } from './fixable.ts'
import type { Palette } from './palette.ts'
import { summarize, summaryText } from './summary.ts'
import { brief, visible } from './visible-text.ts'

/** How much of a message, label or help is shown: enough for any sentence, too little for a pasted file. */
const longestText = 600

/**
 * A report for a person: each finding with the code it points at, in the given order, then a line that counts them.
 * `files` is how many files were read. Ends with a newline; empty where there is no finding. With links, the page of a rule
 * is named at its first finding, and at each one the page of what it is about.
 */
export function renderText(
  diagnostics: readonly Diagnostic[],
  files: number,
  palette: Palette,
  linksOf?: DocLinksOf,
): string {
  const first = diagnostics[0]
  if (first === undefined) return ''
  const lines = new SourceLines()
  const named = new Set<string>()
  const findings = diagnostics.map((diagnostic) => {
    const links = linksOf?.(diagnostic)
    const addresses = links === undefined ? [] : fresh(links, named)
    return `${renderFinding(diagnostic, lines, palette, links, addresses)}\n`
  })
  const more = `${palette.bold(`\`stowage explain ${first.code}\``)} tells more.`
  return `${findings.join('\n')}\n${summaryText(summarize(diagnostics, files))}. ${more}\n`
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
  const title = diagnostic.severity === 'info' ? 'note' : diagnostic.severity
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
  const help = helpText(diagnostic)
  if (help !== '') parts.push(`${' '.repeat(gutter + 1)}${palette.cyan('help:')} ${help}`)
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

function helpText(diagnostic: Diagnostic): string {
  const fix = onlyFix(diagnostic)
  if (fix === undefined) return diagnostic.help === undefined ? '' : brief(diagnostic.help, longestText)
  return `${brief(diagnostic.help ?? fix.title, longestText)} (fixable: stowage lint --fix)`
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
