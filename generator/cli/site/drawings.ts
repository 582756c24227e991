import { counted } from '../../base/plural.ts'
import { allFigures, figuresOf } from '../../figures/figures.ts'
import type { Model } from '../../model/model.ts'
import { inDark } from '../../print/mermaid/theme.ts'
import { withDrawings } from '../../site/build-site.ts'
import type { Drawing } from '../../site/drawn-figure.ts'
import { drawAll } from '../drawing/index.ts'
import { diagramsFolder } from '../drawing/targets.ts'
import type { Session } from '../session.ts'
import type { Stages } from '../stages.ts'

/** The diagrams of a spec as pictures, by path; those that could not be drawn are missing, and why is told. */
export async function drawingsOf(
  { folder, io }: Session,
  model: Model,
  stages: Stages,
): Promise<ReadonlyMap<string, Drawing>> {
  const figures = allFigures(figuresOf(withDrawings(model)))
  const wanted = figures.flatMap((figure) => [
    { name: figure.path, text: figure.text },
    { name: `${figure.path}.dark`, text: inDark(figure.text) },
  ])
  const { drawn, failed, missing } = await stages.wait('draw', () =>
    drawAll(wanted, { folder, env: io.env, drawings: diagramsFolder(folder, model) }, (number, total, name) => {
      stages.show(`draw ${number} of ${total}: ${name}`)
    }),
  )
  stages.clear()
  if (missing !== undefined) {
    io.stderr.write(`diagrams stay texts: ${missing.reason}\n${missing.hint}\n`)
  }
  for (const { name, reason } of failed) io.stderr.write(`diagram ${name} was not drawn: ${reason}\n`)
  if (failed.length > 0) io.stderr.write(`${counted(failed.length, 'diagram')} stay texts\n`)
  return new Map(
    figures.flatMap(({ path }) => {
      const light = drawn.get(path)
      const dark = drawn.get(`${path}.dark`)
      return light === undefined || dark === undefined ? [] : [[path, { light, dark }] as const]
    }),
  )
}
