import type { Model } from '../../generator/model/model.ts'

/** The same spec, whose pages show drawings or the texts of diagrams. */
export function withDrawings(model: Model, drawings: boolean): Model {
  return { ...model, project: { ...model.project, output: { ...model.project.output, drawings } } }
}
