import type { StoreName } from '../../model/entity.ts'
import type { Model } from '../../model/model.ts'

const titles: Readonly<Record<StoreName, string>> = { postgres: 'PostgreSQL', mongo: 'MongoDB', s3: 'S3' }

/** What to do about a misplaced thing: the move, the project's own rule of thumb where it states one, and the way out. */
export function placementHelp(model: Model, move: string, store: StoreName, block: StoreName): string {
  const rule = model.project.placement.find((line) => line.store === store)
  const quoted = rule === undefined ? '' : ` (this project: "${rule.when}" goes to ${titles[store]})`
  return `${move}${quoted}, or say in the \`${block}\` block with \`why:\` what speaks for it`
}
