import { partsOfKey } from '../names.ts'
import type { ProjectView } from '../project-view.ts'

/** What things were called before this session renamed them, by their keys in `Model.uses` as they are now. */
const former = new WeakMap<ProjectView, Map<string, string>>()

/** Remembers a rename of an entity or a field: what they were called is what a migration has to know. */
export function rememberRename(view: ProjectView, keys: readonly string[], from: string, to: string): void {
  const names = former.get(view) ?? new Map<string, string>()
  former.set(view, names)
  for (const key of keys) {
    const { kind, owner } = partsOfKey(key)
    if (kind !== 'entity' && (kind !== 'field' || /^(type|tenancy)\b/.test(owner))) continue
    const first = names.get(key) ?? from
    names.delete(key)
    const now = kind === 'entity' ? `entity:${to}` : `field:${owner}.${to}`
    if (first !== to) names.set(now, first)
  }
}

/** What a thing was called when the session began, where that was another name. */
export function formerName(view: ProjectView, key: string): string | undefined {
  return former.get(view)?.get(key)
}
