import type { Entity } from '../../generator/model/entity.ts'
import type { Model } from '../../generator/model/model.ts'

/** The entity that has most to tell: in most stores, then with most fields. Its page has every chapter that there is. */
export function mostTelling(model: Model): Entity {
  const weight = ({ mongo, postgres, s3 }: Entity): number =>
    1000 * [mongo, postgres, s3].filter((part) => part !== undefined).length +
    (postgres?.lifecycle === undefined ? 0 : 500) +
    (postgres?.fields.length ?? 0) +
    (mongo?.fields.length ?? 0)
  const [first] = model.entities.toSorted((one, other) => weight(other) - weight(one))
  if (first === undefined) throw new Error('the spec has no entity')
  return first
}
