import { isPlain } from './plain.ts'
import type { Check, Problems } from './problems.ts'
import { textFault } from './text.ts'

/** MongoDB nests documents 100 deep at most, of which the record itself takes some. */
const deepest = 64
/** Names that would reach the prototype, or make the driver take an object for a value of BSON. */
const refusedKeys: ReadonlySet<string> = new Set(['__proto__', '_bsontype'])

/** A value of JSON, and nothing that JSON would drop or change on its way. */
export const jsonCheck: Check = (value, problems) => {
  inspect(value, [], problems)
  return value
}

function inspect(value: unknown, around: readonly object[], problems: Problems): void {
  switch (typeof value) {
    case 'boolean':
      return
    case 'string': {
      const fault = textFault(value)
      if (fault !== undefined) problems.add(fault)
      return
    }
    case 'number':
      if (!Number.isFinite(value)) problems.add('must be a finite number')
      return
    case 'object':
      if (value !== null) inspectObject(value, around, problems)
      return
    case 'undefined':
    case 'function':
    case 'symbol':
    case 'bigint':
      problems.add(`must be JSON, which has no ${typeof value}`)
  }
}

function inspectObject(value: object, around: readonly object[], problems: Problems): void {
  if (around.includes(value)) {
    problems.add('contains itself')
    return
  }
  if (around.length >= deepest) {
    problems.add(`is nested more than ${deepest} deep`)
    return
  }
  const inside = [...around, value]
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) problems.at(at, () => inspect(value[at], inside, problems))
    return
  }
  if (!isPlain(value)) {
    problems.add('must be JSON: a plain object, a list, a text, a number, a boolean or null')
    return
  }
  for (const [key, member] of Object.entries(value)) {
    if (refusedKeys.has(key)) problems.addAt(key, 'is no name that can be kept')
    else if (textFault(key) !== undefined) problems.add('has a name that cannot be kept')
    else problems.at(key, () => inspect(member, inside, problems))
  }
}
