import type { Entity } from '../../model/entity.ts'

/** How long the texts are by which a move of an entity is told from others; undefined where its records never move. */
export function movesToRecord({ name, postgres }: Entity): { readonly name: number; readonly key: number } | undefined {
  if (postgres?.lifecycle === undefined || postgres.appendOnly) return undefined
  const counted = postgres.partition === undefined && postgres.fields.some(({ onUpdate }) => onUpdate === 'increment')
  // `<table>:<ref_id>:<revision>`, or a UUID in place of the revision.
  return { name: name.length, key: postgres.table.text.length + 1 + 26 + 1 + (counted ? 10 : 36) }
}
