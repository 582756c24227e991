import { checkFilter } from './filter.ts'
import { demandNoPublicId } from './filter-ids.ts'
import { checkNames, checkOrder, demandReadable } from './order.ts'
import { count, known, type Path, type Plain, plain, refused } from './refuse.ts'
import { listArgs, type Selected, selected } from './selection.ts'
import type { Shape } from './shape.ts'
import { isEmpty, type Vision } from './vision.ts'
import { visibleWhere } from './where.ts'

const ofMany: ReadonlySet<string> = new Set(['where', 'orderBy', 'take', 'skip', 'distinct', 'select', 'include'])

/** Of `findMany` and `findFirst`. */
export function findArguments(given: unknown, shape: Shape, vision: Vision): Selected {
  const args = known(given, ofMany)
  const { args: selection, reading } = selected(args, shape, vision)
  return { args: { ...listArgs(args, shape, vision), ...selection }, reading }
}

const ofCount: ReadonlySet<string> = new Set(['where', 'take', 'skip'])

export function countArguments(given: unknown, shape: Shape, vision: Vision): object {
  return listArgs(known(given, ofCount), shape, vision)
}

const functions = ['_avg', '_sum', '_min', '_max'] as const
const ofAggregate: ReadonlySet<string> = new Set(['where', 'orderBy', 'take', 'skip', '_count', ...functions])

export function aggregateArguments(given: unknown, shape: Shape, vision: Vision): object {
  const args = known(given, ofAggregate)
  return { ...listArgs(args, shape, vision), ...aggregated(args, shape) }
}

const ofGroups: ReadonlySet<string> = new Set([...ofAggregate, 'by', 'having'])

export function groupArguments(given: unknown, shape: Shape, vision: Vision): object {
  const args = known(given, ofGroups)
  const { where, by, having, orderBy, take, skip } = args
  checkNames(by, shape, ['by'])
  const visible = visibleWhere(where, shape, vision)
  if (orderBy !== undefined) checkOrder(orderBy, shape, ['orderBy'], true)
  if (having !== undefined) checkHaving(having, shape, ['having'])
  return {
    by,
    ...(isEmpty(visible) ? {} : { where: visible }),
    ...(having === undefined ? {} : { having }),
    ...(orderBy === undefined ? {} : { orderBy }),
    ...(take === undefined ? {} : { take: count(take, Number.MIN_SAFE_INTEGER, ['take']) }),
    ...(skip === undefined ? {} : { skip: count(skip, 0, ['skip']) }),
    ...aggregated(args, shape),
  }
}

function aggregated(args: Plain, shape: Shape): object {
  const found: Record<string, unknown> = {}
  const { _count } = args
  if (_count !== undefined) {
    if (_count !== true) checkMembers(_count, shape, ['_count'], true)
    found._count = _count
  }
  for (const key of functions) {
    if (args[key] === undefined) continue
    checkMembers(args[key], shape, [key], false)
    found[key] = args[key]
  }
  return found
}

function checkMembers(given: unknown, shape: Shape, path: Path, isCount: boolean): void {
  for (const [key, value] of Object.entries(plain(given, path))) {
    const at = [...path, key]
    if (isCount && key === '_all') continue
    const field = shape.fields.get(key)
    if (field === undefined) throw refused(at, 'is unknown here')
    if (value !== true && value !== false && value !== undefined) throw refused(at, 'is to be true or false')
    if (!isCount) demandReadable(field, at)
  }
}

function checkHaving(given: unknown, shape: Shape, path: Path): void {
  if (Array.isArray(given)) {
    for (const [at, one] of given.entries()) checkHaving(one, shape, [...path, at])
    return
  }
  for (const [key, value] of Object.entries(plain(given, path))) {
    const at = [...path, key]
    const field = shape.fields.get(key)
    if (field !== undefined) {
      checkFilter(field, value, at, true)
      demandNoPublicId(field, value, at)
    } else if (key === 'AND' || key === 'OR' || key === 'NOT') checkHaving(value, shape, at)
    else throw refused(at, 'is unknown here')
  }
}
