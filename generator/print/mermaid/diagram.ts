import { assertNever } from '../../base/internal-error.ts'
import { type ErDiagram, printErDiagram } from './er-diagram.ts'
import { type Flowchart, printFlowchart } from './flowchart.ts'
import { printSequenceDiagram, type SequenceDiagram } from './sequence-diagram.ts'
import { printStateDiagram, type StateDiagram } from './state-diagram.ts'

export type Diagram = ErDiagram | StateDiagram | Flowchart | SequenceDiagram

/**
 * What Mermaid draws at its own settings: longer texts and more lines it refuses. Ours stay well below, so that a
 * person who adds a few lines by hand is not refused either.
 */
export const limits: { readonly characters: number; readonly edges: number } = { characters: 45_000, edges: 450 }

/** The text of a diagram in the colours of a light page, LF line ends and one final newline. */
export function printDiagram(diagram: Diagram): string {
  switch (diagram.kind) {
    case 'er':
      return printErDiagram(diagram)
    case 'state':
      return printStateDiagram(diagram)
    case 'flowchart':
      return printFlowchart(diagram)
    case 'sequence':
      return printSequenceDiagram(diagram)
    default:
      return assertNever(diagram)
  }
}
