import type { FieldDescription } from '../description/field.ts'
import { Forbidden } from '../errors/errors.ts'
import { isUlid } from '../ids/ulid.ts'
import { isPlain, type Path, type Plain, refused } from './refuse.ts'
import type { Shape } from './shape.ts'
import type { Vision, Where } from './vision.ts'

/** Where a filter on an id names a public one; undefined where it does not. */
export function publicIdIn({ kept, type }: FieldDescription, value: unknown, path: Path): Path | undefined {
  const isOwnId = kept === 'id' || (type.kind === 'ref' && type.holds !== 'ref_id')
  return isOwnId ? ulidIn(value, path) : undefined
}

function ulidIn(value: unknown, path: Path): Path | undefined {
  if (isUlid(value) || (Array.isArray(value) && value.some(isUlid))) return path
  if (!isPlain(value)) return undefined
  for (const [operator, one] of Object.entries(value)) {
    const found = ulidIn(one, [...path, operator])
    if (found !== undefined) return found
  }
  return undefined
}

/** What the store compares there is an id of its own, of which it would say that it has the wrong form. */
export function demandNoPublicId(field: FieldDescription, value: unknown, path: Path): void {
  const at = publicIdIn(field, value, path)
  if (at !== undefined)
    throw refused(at, 'is compared by the id that the row holds: a public one cannot be looked up here')
}

/** A filter on a reference, some ids of which are public ones, as what it says of the record that is referred to. */
export function referredTo({ kept }: Shape, value: unknown, path: Path): Where {
  const { id = 'id', refId = 'refId' } = kept
  const conditions = (given: Plain, at: Path): Where => ({
    AND: Object.entries(given).map(([operator, one]): Where => {
      if (operator === 'not' && isPlain(one)) return { NOT: conditions(one, [...at, operator]) }
      if (Array.isArray(one)) {
        const [publicIds, ids] = [one.filter(isUlid), one.filter((each) => !isUlid(each))]
        const both = [{ [refId]: { [operator]: publicIds } }, { [id]: { [operator]: ids } }]
        return operator === 'in' ? { OR: both } : { AND: both }
      }
      if (!isUlid(one)) return { [id]: { [operator]: one } }
      if (operator !== 'equals' && operator !== 'not')
        throw refused([...at, operator], 'is no condition on a public id')
      return { [refId]: { [operator]: one } }
    }),
  })
  return conditions(isPlain(value) ? value : { equals: value }, path)
}

/**
 * A filter on the tenant by the id that the row holds. To ask for another one's rows, or for what is not another one's, is a
 * mistake, and is said rather than answered.
 *
 * @throws Forbidden whatever the operator
 */
export function ownTenantFilter(
  value: unknown,
  { member, entity }: Shape,
  { scope, tenantId }: Vision,
  path: Path,
): unknown {
  if (scope.kind !== 'tenant') return value
  const ofOwn = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(ofOwn)
    if (isPlain(one)) return Object.fromEntries(Object.entries(one).map(([key, each]) => [key, ofOwn(each)]))
    if (typeof one !== 'string' || one === tenantId) return one
    if (one === scope.tenant.refId) return tenantId
    throw new Forbidden(`${entity.name}.${path.join('.')} names another tenant`, { entity: member })
  }
  return ofOwn(value)
}
