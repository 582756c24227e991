import { brief, visible } from '../../diagnostic/visible-text.ts'
import type { Model } from '../../model/model.ts'
import { inspectDrawings, updateDrawings } from '../../output/drawings/update-drawings.ts'
import { nodeFileSystem } from '../../output/file-system.ts'
import { outputRoot } from '../../output/output-root.ts'
import { type Change, refusals } from '../../output/plan.ts'
import { changeLines } from '../change-list.ts'
import type { Session } from '../session.ts'
import type { Stages } from '../stages.ts'
import type { DrawingResult } from './drawing.ts'
import { drawAll } from './index.ts'
import { makerIn } from './maker.ts'
import { diagramsFolder, diagramsRoot, drawingTargets } from './targets.ts'

/** How a run over the drawings of a project ended. */
export type DrawingOutcome =
  | 'done'
  /** Mermaid refuses a diagram, and has said why. */
  | 'failed'
  /** There is nothing to draw with. */
  | 'missing'
  /** A drawing was changed by hand. */
  | 'refused'

/** How long a run waits for another one in the same project, in milliseconds. */
const patience = 10_000

/** Draws what is behind its text, removes what has none, and tells of it. What is up to date is not drawn again. */
export async function bringDrawingsUpToDate(
  session: Session,
  model: Model,
  { force }: { readonly force: boolean },
  stages: Stages,
): Promise<DrawingOutcome> {
  const { io, err } = session
  const start = io.now()
  const root = outputRoot(session.folder, model.project.output.root)
  const folder = diagramsFolder(session.folder, model)
  const targets = drawingTargets(model)
  const { changes, hasRecord } = inspectDrawings(folder, targets, makerIn(session.folder), nodeFileSystem)
  const unchanged = new Set(changes.filter(({ kind }) => kind === 'same').map(({ path }) => path))
  const wanted = targets.filter(({ path }) => !unchanged.has(path)).map(({ path, text }) => ({ name: path, text }))
  const surroundings = { folder: session.folder, env: io.env }
  const result = await stages.wait('draw', () =>
    drawAll(wanted, surroundings, (number, total, name) =>
      stages.show(`drawing ${number} of ${total} ${visible(name.replace(/\.svg$/, ''))}`),
    ),
  )
  const isIdle = result.drawn.size === 0 && changes.every(({ kind }) => kind !== 'delete' && kind !== 'edited')
  const onWait = (holder: string): void => {
    stages.clear()
    io.stderr.write(`waiting: ${holder} is writing the same output\n`)
  }
  const files = { root, folder, targets, drawn: result.drawn, maker: result.maker ?? '' }
  const done = isIdle && !hasRecord ? [] : await updateDrawings(files, { force, patience, onWait }, nodeFileSystem)
  stages.clear()
  const refused = refusals(done)
  if (refused.length > 0) {
    const lines = changeLines(refused, diagramsRoot(model), err)
    const advice = 'Move them away, or let `stowage diagrams --force` overwrite them.'
    io.stderr.write(`${[err.red('error: no drawing was written; changed by hand:'), ...lines, advice].join('\n')}\n`)
    return 'refused'
  }
  tellFailures(session, model, result)
  io.stderr.write(`${summary(done, unchanged.size, result, io.now() - start)}\n`)
  return result.missing !== undefined ? 'missing' : result.failed.length > 0 ? 'failed' : 'done'
}

function tellFailures({ io, err }: Session, model: Model, { failed, missing }: DrawingResult): void {
  for (const { name, reason } of failed) {
    const path = visible(`${diagramsRoot(model)}/${name}`)
    io.stderr.write(`${err.red('error')}: cannot draw ${path}: ${brief(reason, 300)}\n`)
  }
  if (missing === undefined) return
  io.stderr.write(`${err.yellow('warning')}: ${missing.reason}\n`)
  for (const line of missing.tried) io.stderr.write(`  ${brief(line, 300)}\n`)
  io.stderr.write(`  ${missing.hint}\n`)
}

/** `drawn 3, unchanged 137, 0.9 s; Chrome 156.0.8078.79 at /usr/bin/chromium`. */
function summary(done: readonly Change[], unchanged: number, result: DrawingResult, milliseconds: number): string {
  const { drawn, failed, cached, browser, missing } = result
  const deleted = done.filter(({ kind }) => kind === 'delete').length
  const left = missing === undefined ? failed.length : missing.left
  const parts = [
    `drawn ${drawn.size}${cached === 0 ? '' : ` (${cached} from the cache)`}`,
    `unchanged ${unchanged}`,
    ...(deleted === 0 ? [] : [`deleted ${deleted}`]),
    ...(left === 0 ? [] : [`not drawn ${left}`]),
    `${(milliseconds / 1000).toFixed(1)} s`,
  ]
  return `${parts.join(', ')}${browser === undefined ? '' : `; ${visible(browser)}`}`
}
