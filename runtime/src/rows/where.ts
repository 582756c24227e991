import { checkFilter } from './filter.ts'
import { demandNoPublicId, ownTenantFilter, publicIdIn, referredTo } from './filter-ids.ts'
import { type Path, plain, refused } from './refuse.ts'
import type { Relation, Shape } from './shape.ts'
import { both, isEmpty, ownCondition, type Vision, type Where } from './vision.ts'

/** A caller's filter, narrowed to what is seen, at every depth. */
export function visibleWhere(given: unknown, shape: Shape, vision: Vision, path: Path = ['where']): Where {
  const own = ownCondition(shape, vision)
  return given === undefined ? own : both(own, scopedWhere(given, shape, vision, path))
}

/** The same for rows that are to be changed. */
export function writtenWhere(given: unknown, shape: Shape, vision: Vision, path: Path = ['where']): Where {
  const own = ownCondition(shape, vision, true)
  return given === undefined ? own : both(own, scopedWhere(given, shape, vision, path))
}

/** The filter itself: unknown members are refused, and what it says of other records it says of those that are seen. */
function scopedWhere(given: unknown, shape: Shape, vision: Vision, path: Path): Where {
  const where: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(plain(given, path))) {
    const at = [...path, key]
    if (value === undefined) throw refused(at, 'is undefined: leave the key out')
    const field = shape.fields.get(key)
    const relation = field === undefined ? shape.relations.get(key) : undefined
    if (field !== undefined) {
      const named = key === shape.kept.tenant ? ownTenantFilter(value, shape, vision, at) : value
      checkFilter(field, named, at)
      const referred = field.type.kind === 'ref' ? shape.relations.get(field.type.relation) : undefined
      if (referred !== undefined && publicIdIn(field, named, at) !== undefined) {
        // A public id in the place of the row's: the record behind it is asked for.
        add(where, toOne(referred, referredTo(referred.target, named, at), vision, at))
        continue
      }
      demandNoPublicId(field, named, at)
      add(where, { [key]: named })
    } else if (relation !== undefined) {
      add(where, relation.isList ? toMany(relation, value, vision, at) : toOne(relation, value, vision, at))
    } else if (key === 'AND' || key === 'OR' || key === 'NOT') {
      add(where, combined(key, value, shape, vision, at))
    } else throw refused(at, 'is unknown here')
  }
  return where
}

/** Conditions stand side by side; of two with the same key one would replace the other. */
function add(where: Record<string, unknown>, condition: Where): void {
  for (const [key, value] of Object.entries(condition)) {
    if (!Object.hasOwn(where, key)) where[key] = value
    else where.AND = [...listOf(where.AND), { [key]: value }]
  }
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** What every record meets. */
function always({ kept: { id = 'id' } }: Shape): Where {
  return { [id]: { notIn: [] } }
}

/**
 * An empty condition is met by all, and an empty list of alternatives by none: to Prisma that depends on where they stand, so
 * both are said outright.
 */
function combined(key: 'AND' | 'OR' | 'NOT', value: unknown, shape: Shape, vision: Vision, path: Path): Where {
  const { id = 'id' } = shape.kept
  const one = (given: unknown, at: Path): Where => {
    const where = scopedWhere(given, shape, vision, at)
    return isEmpty(where) ? always(shape) : where
  }
  if (!Array.isArray(value)) return { [key]: one(value, path) }
  if (value.length === 0) return key === 'OR' ? { [id]: { in: [] } } : {}
  return { [key]: value.map((given, at) => one(given, [...path, at])) }
}

/**
 * One record that is referred to. Where that is optional, a deleted one counts as none, as it is read.
 */
function toOne({ name, isOptional, target }: Relation, value: unknown, vision: Vision, path: Path): Where {
  // Not Prisma's own null: of a key of several columns it asks whether all are, and the tenant's never is.
  const absent = (isAbsent: boolean, at: Path): Where => {
    if (!isOptional) throw refused(at, 'is never null')
    const own = ownCondition(target, vision)
    return { [name]: { [isAbsent ? 'isNot' : 'is']: isEmpty(own) ? always(target) : own } }
  }
  if (value === null) return absent(true, path)
  const given = plain(value, path)
  if (!('is' in given || 'isNot' in given)) return { [name]: { is: visibleWhere(given, target, vision, path) } }
  const found: Record<string, unknown> = {}
  for (const [key, one] of Object.entries(given)) {
    const at = [...path, key]
    if (key !== 'is' && key !== 'isNot') throw refused(at, 'stands beside is and isNot')
    if (one === undefined) throw refused(at, 'is undefined: leave the key out')
    if (one === null) add(found, absent(key === 'is', at))
    else add(found, { [name]: { [key]: visibleWhere(one, target, vision, at) } })
  }
  return found
}

/** Many records that refer to it: `every` says that there is none among those seen that is otherwise. */
function toMany({ name, target }: Relation, value: unknown, vision: Vision, path: Path): Where {
  const conditions = Object.entries(plain(value, path)).map(([key, one]): Where => {
    const at = [...path, key]
    if (one === undefined) throw refused(at, 'is undefined: leave the key out')
    switch (key) {
      case 'some':
      case 'none':
        return { [name]: { [key]: visibleWhere(one, target, vision, at) } }
      case 'every': {
        const wanted = scopedWhere(one, target, vision, at)
        if (isEmpty(wanted)) return {}
        return { [name]: { none: both(ownCondition(target, vision), { NOT: wanted }) } }
      }
      default:
        throw refused(at, 'is none of some, every and none')
    }
  })
  const found: Record<string, unknown> = {}
  for (const condition of conditions) add(found, condition)
  return found
}
