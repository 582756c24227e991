import { counted } from '../../base/plural.ts'
import type { Model } from '../../model/model.ts'
import { inspectDrawings } from '../../output/drawings/update-drawings.ts'
import { nodeFileSystem } from '../../output/file-system.ts'
import { drawingLedger } from '../../output/output-path.ts'
import { type Change, refusals } from '../../output/plan.ts'
import type { Session } from '../session.ts'
import { nothingStale, type Stale, staleList } from '../stale.ts'
import { staleFinding } from '../stale-finding.ts'
import { makerIn } from './maker.ts'
import { diagramsFolder, diagramsRoot, drawingTargets } from './targets.ts'

const remedy = { command: 'stowage diagrams', force: 'stowage diagrams --force' }

/**
 * The drawings that are not those of the spec's diagrams, one a line, and what to do about them; nothing where
 * there are none or where the project wants none. Compares hashes: neither a browser nor Mermaid is started.
 */
export function staleDrawings(session: Session, model: Model): Stale {
  if (!model.project.output.drawings) return nothingStale
  const stale = notSame(session, model)
  if (stale.length === 0) return nothingStale
  const root = diagramsRoot(model)
  const byHand = refusals(stale).length
  const force = byHand === 0 ? '' : `; ${byHand} changed by hand: \`stowage diagrams --force\` overwrites`
  return {
    list: (palette) => staleList(stale, root, palette),
    advice: `${drawings(stale)} not what the diagrams say: run \`stowage diagrams\`${force}\n`,
    diagnostics: stale.flatMap((change) => staleFinding(change, root, remedy)),
  }
}

/**
 * A line for a run that does not draw, where there are drawings and it has left some behind. Empty where it has not.
 */
export function drawingNotice(session: Session, model: Model): string {
  const record = `${diagramsFolder(session.folder, model)}/${drawingLedger.manifest}`
  if (!model.project.output.drawings && nodeFileSystem.kindOf(record) === 'missing') return ''
  const stale = notSame(session, model)
  if (stale.length === 0) return ''
  const isMissing = stale.every(({ kind }) => kind === 'create')
  return `  ${drawings(stale)} ${isMissing ? 'missing' : 'behind their text'}: stowage diagrams\n`
}

function notSame(session: Session, model: Model): readonly Change[] {
  const folder = diagramsFolder(session.folder, model)
  const targets = drawingTargets(model)
  const { changes } = inspectDrawings(folder, targets, makerIn(session.folder), nodeFileSystem)
  return changes.filter(({ kind }) => kind !== 'same')
}

function drawings(list: readonly Change[]): string {
  return `${counted(list.length, 'drawing')} ${list.length === 1 ? 'is' : 'are'}`
}
