import type { EntityDescription } from '../../../../runtime/src/description/entity.ts'
import { recalling } from '../../../model/memory/recalling.ts'
import { indexing } from '../../../model/memory/traced-maps.ts'
import type { Model } from '../../../model/model.ts'
import { packageNames } from '../../typescript/package-names.ts'
import { describeEntity } from './entity.ts'

const recalled = recalling<EntityDescription>()

/** What the data layer is told of each entity, by the entity's name. */
export const describedEntities: (model: Model) => ReadonlyMap<string, EntityDescription> = indexing((model) => {
  const names = packageNames(model)
  return new Map(
    model.entities.map((entity) => [
      entity.name,
      recalled(model, entity.name, [entity], () => describeEntity(entity, model, names)),
    ]),
  )
})
