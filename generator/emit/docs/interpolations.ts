import { htmlAttribute } from '../../print/markdown/escape.ts'
import type { Inline } from '../../print/markdown/inline.ts'
import { printInline } from '../../print/markdown/print.ts'

/** The ways in which a value reaches a page. The templates are refused where they use another one. */
export const interpolations = {
  text: (inline: Inline): string => printInline(inline, 'text'),
  cell: (inline: Inline): string => printInline(inline, 'cell'),
  anchor: (id: string): string => `<a id="${htmlAttribute(id)}"></a>`,
  /** How far a list item stands in, by its level. */
  indent: (level: number): string => '  '.repeat(level),
  /** The text of a diagram between fences: its printer lets no backtick through. */
  diagram: (text: string): string => `\`\`\`mermaid\n${text}\`\`\``,
} as const
