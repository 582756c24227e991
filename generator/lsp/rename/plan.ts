import type { TextEdit } from '../../diagnostic/diagnostic.ts'
import type { Model } from '../../model/model.ts'
import { renameEverywhere } from '../../rules/naming/rename.ts'
import type { Snapshot } from '../../workspace/workspace.ts'
import { type NameAt, nameAt, partsOfKey } from '../names.ts'
import { familyOf, takenIn } from './family.ts'
import { fieldListsOf } from './field-lists.ts'
import { newMistake, type Tried } from './new-mistake.ts'
import { whyNoName } from './new-name.ts'
import { whyUnseen } from './unseen-uses.ts'
import { whyNotRenameable } from './why-not.ts'

/** Why something is not done, in words for a person. */
export interface Refusal {
  readonly refused: string
}

/** A name that can be renamed. */
export interface Renameable extends NameAt {
  readonly model: Model
  readonly name: string
}

/** All edits of a rename: every use of the name, in every file, or a refusal. */
export interface RenamePlan extends Renameable {
  /** All keys of `Model.uses` that are renamed. */
  readonly family: readonly string[]
  readonly edits: readonly TextEdit[]
}

/** The name under the cursor, if it can be renamed at all. */
export function renameableAt(snapshot: Snapshot, path: string, offset: number): Renameable | Refusal {
  const { model } = snapshot
  if (model === undefined) return { refused: 'the project file cannot be read: mend it first' }
  const found = nameAt(model, path, offset)
  const document = [...snapshot.parsed.values()].find((parsed) => parsed?.file.path === path)
  if (found === undefined) return { refused: whyNotRenameable(document, offset) }
  return { ...found, model, name: partsOfKey(found.key).name }
}

/** Plans a rename. What it would break is found by analysing the spec as it would be: then nothing is renamed. */
export function planRename(project: Tried, path: string, offset: number, to: string): RenamePlan | Refusal {
  const { snapshot } = project
  const found = renameableAt(snapshot, path, offset)
  if ('refused' in found) return found
  const { model, name, key } = found
  if (to === name) return { ...found, family: [], edits: [] }
  const refused = (why: string): Refusal => ({ refused: `\`${name}\` cannot be renamed to \`${to}\`: ${why}` })
  const { kind } = partsOfKey(key)
  const wrong = whyNoName(to, kind)
  if (wrong !== undefined) return refused(wrong)
  const lists = kind === 'field' ? fieldListsOf(model, snapshot.parsed.values()) : []
  const family = familyOf(model, key, lists)
  const taken = takenIn(model, family, to, lists)
  if (taken !== undefined) return refused(`\`${taken}\` has a field of that name already`)
  const unseen = whyUnseen(snapshot, model, name)
  if (unseen !== undefined) return refused(unseen)
  const [fix] = renameEverywhere(model, { from: name, to, keys: family })
  if (fix === undefined) return refused('a use of it is written with escapes, which would stay behind')
  const { edits } = fix
  const mistake = newMistake(project, edits)
  return mistake === undefined ? { ...found, family, edits } : refused(mistake)
}
