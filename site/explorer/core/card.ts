import type { ExplorerEntity, ExplorerField, ExplorerPart } from '../../../generator/site/explorer-graph.ts'
import type { Detail } from './view.ts'

/** Sizes in pixels; the styles draw rows of exactly these heights, so that a line ends at the row it means. */
export const measures = { head: 46, section: 26, row: 20, foot: 6, least: 190, most: 320 } as const

/** Rows that one part shows at most; the panel beside the diagram has them all. */
const mostRows = 40

/** The card of an entity: what it shows and where on it. */
export interface Card {
  readonly entity: ExplorerEntity
  readonly width: number
  readonly height: number
  readonly sections: readonly Section[]
}

export interface Section {
  readonly part: ExplorerPart
  readonly y: number
  readonly rows: readonly ExplorerField[]
  /** How many fields are left out. */
  readonly more: number
}

export function cardOf(entity: ExplorerEntity, detail: Detail): Card {
  const sections: Section[] = []
  let y: number = measures.head
  let widest = textWidth(entity.name, 8.2) + 44
  for (const part of entity.parts) {
    const wanted = part.fields.filter((field) => isShown(field, detail))
    const rows = wanted.length > mostRows ? wanted.slice(0, mostRows - 1) : wanted
    const more = part.fields.length - rows.length
    sections.push({ part, y, rows, more })
    y += measures.section + (rows.length + (saysMore(more, detail) ? 1 : 0)) * measures.row
    widest = Math.max(widest, textWidth(part.title, 7) + 58)
    for (const { name, type } of rows) widest = Math.max(widest, textWidth(name, 6.9) + textWidth(type, 6) + 82)
  }
  const width = Math.round(Math.min(measures.most, Math.max(measures.least, widest)))
  return { entity, width, height: y + measures.foot, sections }
}

/** Whether a section ends in a line that tells how many fields are left out. */
export function saysMore(more: number, detail: Detail): boolean {
  return more > 0 && detail !== 'names'
}

/** The height at which a line to a field of a part meets the card; its title's where the field is not shown. */
export function meets({ sections }: Card, part: string, field?: string): number {
  const section = sections.find((candidate) => candidate.part.id === part)
  if (section === undefined) return measures.head / 2
  const row = field === undefined ? -1 : section.rows.findIndex(({ name }) => name === field)
  if (row < 0) return section.y + measures.section / 2
  return section.y + measures.section + (row + 0.5) * measures.row
}

function isShown({ common, indexed, keys }: ExplorerField, detail: Detail): boolean {
  switch (detail) {
    case 'names':
      return false
    case 'keys':
      // What every record carries is a key only where it tells this one from others.
      return common ? keys.includes('PK') || keys.includes('UK') : indexed || keys.length > 0
    case 'all':
      return true
  }
}

/** A guess that needs no screen; the styles cut off what is longer. */
function textWidth(text: string, letter: number): number {
  return text.length * letter
}
