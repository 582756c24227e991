import { code, type Inline } from '../../generator/print/markdown/inline.ts'

/** A description with its `code` in backticks, as a run of Markdown. */
export function prose(text: string): readonly Inline[] {
  return text.split('`').map((piece, index) => (index % 2 === 0 ? piece : code(piece)))
}
