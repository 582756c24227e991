import type { FieldDescription } from '../description/field.ts'
import type { Bson } from '../mongo/driver.ts'
import { type Plain, plain, refused } from '../rows/refuse.ts'
import type { Context } from '../scoped/context.ts'
import { fieldCheck } from '../validate/field.ts'
import { checkedInput } from '../validate/input-schema.ts'
import { isPlain } from '../validate/plain.ts'
import { Problems } from '../validate/problems.ts'
import { forbidden } from './expression.ts'
import type { Filter } from './own-filter.ts'
import { actorRefId } from './part.ts'
import type { DocumentShape } from './shape.ts'

/** What changes, before secrets are sealed: whole members, and operators on them. */
export interface Changes {
  readonly set: Readonly<Record<string, unknown>>
  readonly operators: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

const numeric: ReadonlySet<string> = new Set(['$inc', '$mul', '$min', '$max'])
const listing: ReadonlySet<string> = new Set(['$push', '$addToSet', '$pull', '$pop'])

/**
 * Members with their new values, or MongoDB's operators on whole members. Each one must be a member that may change; what
 * comes of an operator is for the collection's validator to judge.
 *
 * @throws InvalidInput; Forbidden for a pipeline, and for an operator that is not known
 */
export function checkedChanges(shape: DocumentShape, input: unknown): Changes {
  if (Array.isArray(input)) throw forbidden('an update by a pipeline', ['changes'])
  if (!isPlain(input) || !Object.keys(input).some((key) => key.startsWith('$')))
    return { set: checkedMembers(shape, input), operators: {} }
  const operators: Record<string, Plain> = {}
  let set: Readonly<Record<string, unknown>> = {}
  for (const [operator, operand] of Object.entries(input)) {
    if (operator === '$set') set = checkedMembers(shape, operand)
    else if (numeric.has(operator) || listing.has(operator))
      operators[operator] = checkedOperands(shape, operator, operand)
    else if (operator.startsWith('$')) throw forbidden(operator, ['changes'])
    else throw refused([operator], 'stands beside operators')
  }
  return { set, operators }
}

function checkedMembers({ description, member }: DocumentShape, input: unknown): Plain {
  return checkedInput(description, member, 'update', input)
}

function checkedOperands(shape: DocumentShape, operator: string, operand: unknown): Plain {
  return Object.fromEntries(
    Object.entries(plain(operand, [operator])).map(([name, value]) => {
      const field = shape.fields.get(name)
      if (field === undefined) throw refused([operator, name], 'is no member')
      if (field.kept !== undefined || field.immutable === true || field.encrypted === true || field.type.kind === 'key')
        throw refused([operator, name], 'cannot be changed')
      return [name, numeric.has(operator) ? number(shape, field, operator, value) : item(shape, field, operator, value)]
    }),
  )
}

const numbers: ReadonlySet<string> = new Set(['int', 'bigint', 'decimal', 'float'])

function number({ description }: DocumentShape, field: FieldDescription, operator: string, value: unknown): unknown {
  const { type, list, min, max, ...rest } = field
  if (list === true || type.kind !== 'scalar' || !numbers.has(type.scalar))
    throw refused([operator, field.name], 'is no number')
  // The difference may be outside of the bounds of the sum.
  const bounds = operator === '$min' || operator === '$max' ? field : { ...rest, type }
  return checkedValue(bounds, value, [operator, field.name], description)
}

function item({ description }: DocumentShape, field: FieldDescription, operator: string, value: unknown): unknown {
  const { list, optional, ...single } = field
  const path = [operator, field.name]
  if (list !== true) throw refused(path, 'is no list')
  if (operator === '$pop') {
    if (value !== 1 && value !== -1) throw refused(path, 'is to be 1 for the last item or -1 for the first')
    return value
  }
  if (!isPlain(value) || !Object.hasOwn(value, '$each')) return checkedValue(single, value, path, description)
  const { $each, ...more } = value
  const [unknown] = Object.keys(more)
  if (unknown !== undefined || operator === '$pull') throw forbidden(unknown ?? '$each', path)
  return { $each: checkedValue({ ...single, list: true }, $each, path, description) }
}

function checkedValue(
  field: FieldDescription,
  value: unknown,
  path: readonly string[],
  description: DocumentShape['description'],
): unknown {
  const problems = new Problems()
  const output = value === undefined ? problems.add('is required') : fieldCheck(field, description)(value, problems)
  const [issue] = problems.issues
  if (issue !== undefined) throw refused([...path, ...issue.path], issue.message)
  return output
}

/** The update as it is sent, with what every change writes. */
export function updateOf(shape: DocumentShape, context: Context, { set, operators }: Changes, bson: Bson): Filter {
  const { kept, conversion } = shape
  const cast = (operands: Plain): Filter =>
    Object.fromEntries(
      Object.entries(operands).map(([name, value]) => [
        name,
        isPlain(value) && Array.isArray(value.$each)
          ? { $each: conversion.storedValue(name, value.$each, bson) }
          : conversion.storedValue(name, value, bson),
      ]),
    )
  const update: Filter = Object.fromEntries(
    Object.entries(operators).map(([operator, operands]) => [
      operator,
      operator === '$pop' ? operands : cast(operands),
    ]),
  )
  update.$set = {
    ...conversion.stored(set, bson),
    ...(kept.updatedOn === undefined ? {} : { [kept.updatedOn]: context.stores.now() }),
    ...(kept.updatedBy === undefined ? {} : { [kept.updatedBy]: actorRefId(context) }),
  }
  if (kept.revision !== undefined) update.$inc = { ...Object(update.$inc), [kept.revision]: 1 }
  return Object.keys(Object(update.$set)).length === 0 ? withoutSet(update) : update
}

function withoutSet({ $set: _, ...update }: Filter): Filter {
  return update
}
