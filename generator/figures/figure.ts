import { type Diagram, printDiagram } from '../print/mermaid/diagram.ts'

/** A diagram as it is published: a file, and the same text within a page. */
export interface Figure {
  /** Posix path relative to the folder of the diagrams, without `.mmd`: `sql/pipeline`. */
  readonly path: string
  readonly title: string
  /** What a reader should know and the drawing does not say, one sentence each: what is left out, what colours mean. */
  readonly notes: readonly string[]
  readonly text: string
  /** The names of the entities it is made from, sorted; empty where it is made from the whole spec. */
  readonly sources: readonly string[]
  /** The names of the entities it shows in part only, since they are at home in another diagram; sorted. */
  readonly touches: readonly string[]
}

export function figureOf(
  path: string,
  diagram: Diagram,
  sources: readonly string[],
  touches: Iterable<string> = [],
): Figure {
  return {
    path,
    title: diagram.title,
    notes: diagram.notes,
    text: printDiagram(diagram),
    sources: [...sources].sort(),
    touches: [...touches].sort(),
  }
}

/** The paths of a figure in so many parts: one file, or a folder of numbered ones. */
export function partPaths(path: string, parts: number, alone: boolean = true): readonly string[] {
  if (parts === 1 && alone) return [path]
  return Array.from({ length: parts }, (_, index) => `${path}/${index + 1}`)
}

/** The title of one of several parts: `Pipeline (2 of 3)`. */
export function partTitle(title: string, index: number, parts: number): string {
  return parts === 1 ? title : `${title} (${index + 1} of ${parts})`
}
