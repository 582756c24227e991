import type { EntityDescription } from '../../../runtime/src/description/entity.ts'
import type { Entity } from '../../model/entity.ts'
import type { Model } from '../../model/model.ts'
import type { Holding } from '../typescript/field-type.ts'
import type { ProviderType } from '../typescript/wished-names.ts'

/** What the types of an entity are made from. */
export interface EntityContext extends Pick<Holding, 'imports' | 'names' | 'values'> {
  readonly model: Model
  readonly entity: Entity
  readonly described: EntityDescription
}

/** Where the hand-written types of the data layer stand. */
export const support = {
  client: 'provider/client.ts',
  documents: 'provider/documents.ts',
  domain: 'provider/domain.ts',
  inputs: 'provider/inputs.ts',
  moves: 'provider/moves.ts',
  objects: 'provider/objects.ts',
  plain: 'provider/plain.ts',
  rows: 'provider/rows.ts',
  split: 'provider/split.ts',
} as const

/** The name of a type of the entity itself, for a file that declares or uses it. */
export function ownType({ entity, names, imports }: EntityContext, type: ProviderType): string {
  const { name, file } = names.provider(entity, type)
  return imports.type(name, file)
}
