import { assertNever } from '../base/internal-error.ts'
import { type CodeFrame, SourceLines } from './code-frame.ts'
import type { Diagnostic, Severity } from './diagnostic.ts'
import { onlyFix } from './fixable.ts'
import type { Palette } from './palette.ts'
import { summarize, summaryText } from './summary.ts'
import { brief } from './visible-text.ts'

/** How much of a message, label or help is shown: enough for any sentence, too little for a pasted file. */
const longestText = 600

/**
 * A report for a person: each finding with the code it points at, in the given order, then a line that counts them.
 * `files` is how many files were read. Ends with a newline; empty where there is no finding.
 */
export function renderText(diagnostics: readonly Diagnostic[], files: number, palette: Palette): string {
  const first = diagnostics[0]
  if (first === undefined) return ''
  const lines = new SourceLines()
  const findings = diagnostics.map((diagnostic) => `${renderFinding(diagnostic, lines, palette)}\n`)
  const more = `${palette.bold(`\`stowage explain ${first.code}\``)} tells more.`
  return `${findings.join('\n')}\n${summaryText(summarize(diagnostics, files))}. ${more}\n`
}

/** One finding, without a final newline. */
function renderFinding(diagnostic: Diagnostic, lines: SourceLines, palette: Palette): string {
  const colour = colourOf(diagnostic.severity, palette)
  const title = diagnostic.severity === 'info' ? 'note' : diagnostic.severity
  const head = `${colour(palette.bold(`${title}[${diagnostic.code}]`))}${palette.bold(`: ${brief(diagnostic.message, longestText)}`)}`
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
