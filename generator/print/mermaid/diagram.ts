import { assertNever } from '../../base/internal-error.ts'
import { type ErDiagram, printErDiagram } from './er-diagram.ts'
import { type Flowchart, printFlowchart } from './flowchart.ts'
import { printSequenceDiagram, type SequenceDiagram } from './sequence-diagram.ts'
import { printStateDiagram, type StateDiagram } from './state-diagram.ts'
import type { Mode } from './theme.ts'

export type Diagram = ErDiagram | StateDiagram | Flowchart | SequenceDiagram

/**
 * What Mermaid draws at its own settings: longer texts and more lines it refuses. Ours stay well below, so that a
 * person who adds a few lines by hand is not refused either.
 */
export const limits: { readonly characters: number; readonly edges: number } = { characters: 45_000, edges: 450 }

/** The text of a diagram, LF line ends and one final newline. */
export function printDiagram(diagram: Diagram, mode: Mode = 'light'): string {
  switch (diagram.kind) {
    case 'er':
      return printErDiagram(diagram, mode)
    case 'state':
      return printStateDiagram(diagram, mode)
    case 'flowchart':
      return printFlowchart(diagram, mode)
    case 'sequence':
      return printSequenceDiagram(diagram, mode)
    default:
      return assertNever(diagram)
  }
}
