import { projectKeys } from '../../front/schema/language.ts'
import type { Cursor } from '../cursor.ts'
import { readOutline } from '../outline/read-outline.ts'
import type { EditedDocument, ProjectView } from '../project-view.ts'
import type { FileKind } from './schema-at.ts'

const domainKeys: ReadonlySet<string> = new Set(['domain', 'mixins', 'types', 'enums', 'entities'])

/** The kinds of file that a text can be, by the keys that it has; a text without any of its own can be more than one. */
export function fileKindsOf(view: ProjectView, { file, path }: EditedDocument, cursor: Cursor): readonly FileKind[] {
  if (path === view.model?.project.file.path) return ['project']
  const first = cursor.path[0]
  const keys =
    cursor.role === 'key' && first === undefined
      ? cursor.siblings
      : readOutline(file.text).root.entries.map(({ key }) => file.text.slice(key.start, key.end))
  if (keys.length > 0 && keys.every((key) => key === 'about' || key === 'rules') && keys.includes('rules'))
    return ['sharedRules']
  if (keys.some((key) => projectKeys.has(key))) return ['project']
  return keys.some((key) => domainKeys.has(key)) ? ['domain'] : ['domain', 'project']
}
