import type { Inline } from '../../print/markdown/inline.ts'
import type { PrintedList } from '../../print/markdown/list.ts'
import { type Picture, printPicture } from '../../print/markdown/picture.ts'
import { printAnchor, printInline } from '../../print/markdown/print.ts'
import type { PrintedTable } from '../../print/markdown/table.ts'

/** The ways in which a value reaches a page. The templates are refused where they use another one. */
export const interpolations = {
  text: (inline: Inline): string => printInline(inline, 'text'),
  cell: (inline: Inline): string => printInline(inline, 'cell'),
  anchor: (id: string): string => printAnchor(id),
  table: ({ lines }: PrintedTable): string => lines,
  list: ({ lines }: PrintedList): string => lines,
  /** A diagram: its text between fences, or the drawings of it. */
  picture: (picture: Picture): string => printPicture(picture),
} as const
