import type { EntityDescription } from './entity.ts'

/**
 * Whether records are never changed once they are written: because the spec says so, or because the record of truth is a
 * document that holds objects. No transaction spans the intent and such a document, so nothing could fence its changes.
 */
export function isFixed({
  root,
  table,
  documents,
  objects,
}: Pick<EntityDescription, 'root' | 'table' | 'documents' | 'objects'>): boolean {
  return (table ?? documents)?.appendOnly === true || (root === 'mongo' && Object.keys(objects).length > 0)
}
