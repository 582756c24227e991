import { allFigures, figuresOf } from '../../figures/figures.ts'
import type { Model } from '../../model/model.ts'
import type { DrawingTarget } from '../../output/drawings/drawing-target.ts'
import { sha256 } from '../../output/hash.ts'
import { outputRoot } from '../../output/output-root.ts'
import { inDark } from '../../print/mermaid/theme.ts'

/** Every drawing of a spec: each diagram for a light page, and the same for a dark one. */
export function drawingTargets(model: Model): readonly DrawingTarget[] {
  return allFigures(figuresOf(model)).flatMap(({ path, text }) => [
    target(`${path}.svg`, text),
    target(`${path}.dark.svg`, inDark(text)),
  ])
}

function target(path: string, text: string): DrawingTarget {
  return { path, text, textHash: sha256(text) }
}

/** The folder of the diagrams as the project file leads to it: `generated/diagrams`. */
export function diagramsRoot(model: Model): string {
  return `${model.project.output.root.replace(/\/+$/, '')}/diagrams`
}

/**
 * The folder of the diagrams, absolute.
 * @throws OutputError where it lies outside the project
 */
export function diagramsFolder(projectFolder: string, model: Model): string {
  return outputRoot(projectFolder, diagramsRoot(model))
}
