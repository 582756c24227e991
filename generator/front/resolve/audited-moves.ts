import type { Entity } from '../../model/entity.ts'

/** How long the texts are by which a move of an entity is told from others; undefined where its records never move. */
export function movesToRecord({ name, postgres }: Entity): { readonly name: number; readonly key: number } | undefined {
  if (postgres?.lifecycle === undefined || postgres.appendOnly) return undefined
  // The key is a UUID.
  return { name: name.length, key: 36 }
}
