import type { FieldDescription } from '../description/field.ts'
import { isPlain, type Path, plain, refused } from './refuse.ts'
import type { Shape } from './shape.ts'

/** Looks through an order, which Prisma then takes as it is. */
export function checkOrder(given: unknown, shape: Shape, path: Path = ['orderBy'], inGroups = false): void {
  if (Array.isArray(given)) {
    for (const [at, one] of given.entries()) checkOrder(one, shape, [...path, at], inGroups)
    return
  }
  for (const [key, value] of Object.entries(plain(given, path))) {
    const at = [...path, key]
    const field = shape.fields.get(key)
    const relation = shape.relations.get(key)
    if (field !== undefined) {
      demandReadable(field, at)
      checkDirection(value, at)
    } else if (relation !== undefined && !relation.isList) checkOrder(value, relation.target, at)
    else if (relation !== undefined)
      throw refused(at, 'would count or compare deleted records too: it cannot be ordered by')
    else if (inGroups && aggregates.has(key)) checkAggregates(key, value, shape, at)
    else throw refused(at, 'is unknown here')
  }
}

const aggregates: ReadonlySet<string> = new Set(['_count', '_avg', '_sum', '_min', '_max'])

function checkAggregates(aggregate: string, given: unknown, shape: Shape, path: Path): void {
  for (const [key, value] of Object.entries(plain(given, path))) {
    const at = [...path, key]
    const field = shape.fields.get(key)
    if (field === undefined) throw refused(at, 'is unknown here')
    if (aggregate !== '_count') demandReadable(field, at)
    checkDirection(value, at)
  }
}

/** What is kept as ciphertext has no order that says anything. */
export function demandReadable(field: FieldDescription, path: Path): void {
  if (field.encrypted === true) throw refused(path, 'is kept as ciphertext: it cannot be compared')
}

function checkDirection(value: unknown, path: Path): void {
  const { sort, nulls, ...rest } = isPlain(value) ? value : { sort: value }
  const isSound =
    (sort === 'asc' || sort === 'desc') &&
    (nulls === undefined || nulls === 'first' || nulls === 'last') &&
    Object.keys(rest).length === 0
  if (!isSound) throw refused(path, 'is to be asc or desc')
}

/** Names of fields, one or several: `distinct`, `by`. */
export function checkNames(given: unknown, shape: Shape, path: Path): void {
  for (const name of Array.isArray(given) ? given : [given]) {
    const field = typeof name === 'string' ? shape.fields.get(name) : undefined
    if (field === undefined) throw refused(path, 'names no field of it')
    demandReadable(field, path)
  }
}
