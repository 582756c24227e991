import { assertNever } from '../../base/internal-error.ts'
import { comment, quoted } from './escape.ts'
import { type BoxClass, classLines, head } from './theme.ts'

/** Boxes in groups, and arrows between boxes. */
export interface Flowchart {
  readonly kind: 'flowchart'
  readonly title: string
  readonly notes: readonly string[]
  readonly direction: 'LR' | 'TB'
  readonly groups: readonly FlowGroup[]
  readonly arrows: readonly FlowArrow[]
}

/** Without a title its boxes stand free. */
export interface FlowGroup {
  readonly title?: string
  readonly boxes: readonly FlowBox[]
}

export interface FlowBox {
  /** Unique in its diagram, any text; not drawn. */
  readonly key: string
  readonly class: BoxClass
  readonly shape: 'table' | 'document' | 'object' | 'plain'
  readonly title: string
  readonly lines: readonly string[]
}

export interface FlowArrow {
  /** Keys of two boxes. */
  readonly from: string
  readonly to: string
  readonly line: 'solid' | 'dashed'
  /** Whether it is a line only: where boxes are to stand in the order of a reading, and the arrow would lead back. */
  readonly headless?: boolean
  readonly label: string
}

export function printFlowchart(chart: Flowchart): string {
  // Ids are numbers in order: a name could be a word of Mermaid's own.
  const ids = new Map<string, string>()
  const classes = new Set<BoxClass>()
  for (const { boxes } of chart.groups) {
    for (const box of boxes) {
      ids.set(box.key, `n${ids.size}`)
      classes.add(box.class)
    }
  }
  const id = (key: string): string => ids.get(key) ?? 'n'
  let text = head(chart.title, 'flowchart')
  for (const note of chart.notes) text += `${comment(note)}\n`
  text += `flowchart ${chart.direction}\n`
  chart.groups.forEach((group, index) => {
    text += groupLines(group, index, id)
  })
  for (const arrow of chart.arrows) text += arrowLine(arrow, id)
  return text + dashes(chart.arrows) + classLines(classes)
}

function groupLines({ boxes, title }: FlowGroup, index: number, id: (key: string) => string): string {
  const indent = title === undefined ? '  ' : '    '
  let text = title === undefined ? '' : `  subgraph g${index}[${quoted(title)}]\n`
  for (const box of boxes) text += `${indent}${id(box.key)}${shaped(box)}:::${box.class}\n`
  return title === undefined ? text : `${text}  end\n`
}

function shaped(box: FlowBox): string {
  const lines = [`<b>${inner(box.title)}</b>`, ...box.lines.map(inner)]
  const label = `"${lines.join('<br/>')}"`
  switch (box.shape) {
    case 'table':
      return `[(${label})]`
    case 'document':
      return `[[${label}]]`
    case 'object':
      return `(${label})`
    case 'plain':
      return `[${label}]`
    default:
      return assertNever(box.shape)
  }
}

function inner(text: string): string {
  return quoted(text).slice(1, -1)
}

function arrowLine(arrow: FlowArrow, id: (key: string) => string): string {
  const tail = arrow.line === 'solid' ? '--' : '-.-'
  const line = arrow.headless !== true ? `${tail}>` : arrow.line === 'solid' ? '---' : tail
  return `  ${id(arrow.from)} ${line}${arrow.label === '' ? '' : `|${quoted(arrow.label)}|`} ${id(arrow.to)}\n`
}

/** Mermaid's own dots run together once a picture is made smaller. */
function dashes(arrows: readonly FlowArrow[]): string {
  const dashed = arrows.flatMap(({ line }, index) => (line === 'dashed' ? [index] : []))
  return dashed.length === 0 ? '' : `  linkStyle ${dashed.join(',')} stroke-dasharray:7 5\n`
}
