import { counted } from '../base/plural.ts'
import { SourceLines } from '../diagnostic/code-frame.ts'
import type { Diagnostic, Severity } from '../diagnostic/diagnostic.ts'
import type { Findings } from '../diagnostic/findings.ts'
import { gravestFirst } from '../diagnostic/severity.ts'
import { brief } from '../diagnostic/visible-text.ts'
import { mdText } from '../print/markdown/escape.ts'
import { code, type Inline, lineBreak, link, strong } from '../print/markdown/inline.ts'
import { printInline } from '../print/markdown/print.ts'
import { adviceOn } from './advice.ts'
import { messageInline } from './message-inline.ts'
import type { ReportSettings } from './settings.ts'

/** With more findings than this each file is folded. */
const mostOpen = 20

/** How much of a message or of help is shown. */
const longestText = 600

/** Left free for what closes a file and says how many findings are left out. */
const reserve = 200

const titles: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/**
 * The findings by file, a block each, together of at most so many characters. Where not all have room the gravest are shown,
 * and what is left out is counted.
 */
export function renderFiles(findings: Findings, settings: ReportSettings, room: number): readonly string[] {
  const { diagnostics } = findings
  const lines = new SourceLines()
  const pathOf = ({ span }: Diagnostic): string => span?.file.path ?? settings.projectFile
  const files = Map.groupBy(diagnostics, pathOf)
  const frames = new Map<string, Frame>()
  for (const [path, found] of files) {
    frames.set(path, diagnostics.length > mostOpen ? foldedFrame(path, found.length) : openFrame(path))
  }
  const items = new Map<Diagnostic, string>()
  const opened = new Set<string>()
  let left = room - reserve
  for (const diagnostic of gravestFirst(diagnostics)) {
    const path = pathOf(diagnostic)
    const item = `${itemOf(diagnostic, findings, settings, lines)}\n`
    left -= item.length + (opened.has(path) ? 0 : sizeOf(frames.get(path)))
    if (left < 0) break
    opened.add(path)
    items.set(diagnostic, item)
  }
  const blocks = [...files].flatMap(([path, found]) => {
    const frame = frames.get(path)
    const shown = found.flatMap((diagnostic) => items.get(diagnostic) ?? [])
    return frame === undefined || shown.length === 0 ? [] : [`${frame.start}${shown.join('')}${frame.end}`.trimEnd()]
  })
  const more = diagnostics.length - items.size
  return more === 0 ? blocks : [...blocks, `And ${counted(more, 'more finding')}, which other formats show too.`]
}

interface Frame {
  readonly start: string
  readonly end: string
}

/** With the empty line behind it. */
function sizeOf(frame: Frame | undefined): number {
  return frame === undefined ? 0 : frame.start.length + frame.end.length + 2
}

function openFrame(path: string): Frame {
  return { start: `#### ${printInline(code(brief(path, longestText)), 'text')}\n\n`, end: '' }
}

/** Within HTML a code host reads Markdown again only behind an empty line. */
function foldedFrame(path: string, count: number): Frame {
  const title = `<code>${mdText(brief(path, longestText))}</code>: ${counted(count, 'finding')}`
  return { start: `<details><summary>${title}</summary>\n\n`, end: '\n</details>' }
}

function itemOf(diagnostic: Diagnostic, { links }: Findings, { source }: ReportSettings, lines: SourceLines): string {
  const { message, severity, span } = diagnostic
  const at = span === undefined ? undefined : lines.position(span.file, span.start)
  const address = links?.(diagnostic)
  // The headline names the command, once.
  const advice = adviceOn(diagnostic, 'fixable')
  const name = code(diagnostic.code)
  const place: Inline =
    span === undefined || at === undefined
      ? []
      : [
          ', ',
          source === undefined ? `line ${at.line}` : link(`line ${at.line}`, `${source}${span.file.path}#L${at.line}`),
        ]
  const item: Inline = [
    strong(titles[severity]),
    ' ',
    address === undefined ? name : link(name, address.rule),
    place,
    ': ',
    messageInline(brief(message, longestText)),
    address?.subject === undefined ? [] : [' (', link('documentation', address.subject), ')'],
    advice === undefined ? [] : [lineBreak, messageInline(brief(advice, longestText))],
  ]
  return `- ${printInline(item, 'text')}`
}
