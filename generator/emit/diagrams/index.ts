import { allFigures, figuresOf } from '../../figures/figures.ts'
import type { Emitter } from '../emitter.ts'

/** Mermaid texts under `diagrams/`: tables, collections, neighbours, life cycles, what leads from store to store, and how it is read. */
export const diagramsEmitter: Emitter = {
  name: 'diagrams',
  summary: 'Mermaid diagrams of tables, collections, life cycles and what leads from store to store',
  *emit(model) {
    for (const { path, sources, text } of allFigures(figuresOf(model))) {
      yield { path: `diagrams/${path}.mmd`, text, sources }
    }
  },
}
