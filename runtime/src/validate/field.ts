import type { Description } from '../description/description.ts'
import type { FieldDescription, ReferenceDescription, ScalarName } from '../description/field.ts'
import { isObjectId } from '../ids/object-id.ts'
import { isUlid } from '../ids/ulid.ts'
import { isUuid } from '../ids/uuid.ts'
import { decimalCheck } from './decimal.ts'
import { jsonCheck } from './json.ts'
import { memberOf } from './members.ts'
import { dateCheck, timestampCheck } from './moment.ts'
import { bigintCheck, floatCheck, intCheck } from './number.ts'
import type { Check } from './problems.ts'
import { shapeOf, wholeCheck } from './shape.ts'
import { emailCheck, enumCheck, externalIdCheck, idCheck, textCheck, urlCheck } from './text.ts'

/** What a field takes: null where it is optional, and lists of single values. */
export function fieldCheck(field: FieldDescription, description: Description): Check {
  const single = singleCheck(field, description)
  const given = field.list === true ? listOf(single) : single
  return (value, problems) => {
    if (value !== null) return given(value, problems)
    if (field.optional !== true) problems.add('must not be null')
    return null
  }
}

function listOf(single: Check): Check {
  return (value, problems) => {
    if (!Array.isArray(value)) {
      problems.add('must be a list')
      return value
    }
    // By index, since a hole is an item that is missing.
    return Array.from({ length: value.length }, (_, at) =>
      problems.at(at, () => {
        const item: unknown = value[at]
        if (item === null || item === undefined) problems.add('must not be empty')
        else return single(item, problems)
      }),
    )
  }
}

function singleCheck(field: FieldDescription, description: Description): Check {
  const { type } = field
  switch (type.kind) {
    case 'scalar':
      return scalarCheck(type.scalar, field)
    case 'enum':
      return enumCheck(description.enums[type.enum] ?? [])
    case 'value':
      return valueCheck(type.valueType, description)
    case 'ref':
      return referenceCheck(type)
    case 'key':
      return textCheck(field)
    case 'part':
      return objectIdCheck
  }
}

/** A sub-document, always given whole: nothing missing and nothing more. */
function valueCheck(valueType: string, description: Description): Check {
  // Made at first use: a type may hold others.
  let check: Check | undefined
  return (value, problems) => {
    check ??= wholeCheck(
      shapeOf(
        (description.valueTypes[valueType] ?? []).map((field) =>
          memberOf(field, { check: innerCheck(field, description), fillsNull: true }),
        ),
      ),
    )
    return check(value, problems)
  }
}

/** Only whole members of a record are encrypted: a secret within one would be written down as it is. */
function innerCheck(field: FieldDescription, description: Description): Check {
  if (field.encrypted !== true) return fieldCheck(field, description)
  return (value, problems) => {
    if (value !== null)
      problems.add('is a secret within a shape, which is not encrypted: make it a field of the record')
    return value
  }
}

const ulidCheck = idCheck(isUlid, 'a ULID')
const objectIdCheck = idCheck(isObjectId, 'the id of a document: 24 hexadecimal digits')

function scalarCheck(scalar: ScalarName, field: FieldDescription): Check {
  switch (scalar) {
    case 'string':
    case 'text':
      return textCheck(field)
    case 'int':
      return intCheck(field)
    case 'bigint':
      return bigintCheck(field)
    case 'decimal':
      return decimalCheck(field)
    case 'float':
      return floatCheck(field)
    case 'boolean':
      return booleanCheck
    case 'timestamp':
      return timestampCheck
    case 'date':
      return dateCheck
    case 'uuid':
      return idCheck(isUuid, 'a UUID in lower case')
    case 'ulid':
      return ulidCheck
    case 'object_id':
      return objectIdCheck
    case 'json':
      return jsonCheck
    case 'bytes':
      return bytesCheck
    case 'email':
      return withPattern(emailCheck, field)
    case 'url':
      return withPattern(urlCheck, field)
    case 'external_id':
      return withPattern(externalIdCheck, field)
  }
}

function withPattern(check: Check, { pattern }: FieldDescription): Check {
  if (pattern === undefined) return check
  const form = new RegExp(pattern, 'u')
  return (value, problems) => {
    if (typeof value === 'string' && !form.test(value)) problems.add(`does not match ${pattern}`)
    return check(value, problems)
  }
}

/** By its member: a public id, or the row's, which a key holds to its tenant. Nothing tells whose the `_id` of a document is. */
function referenceCheck({ holds }: ReferenceDescription): Check {
  return holds === 'id'
    ? idCheck((value) => isUlid(value) || isUuid(value), 'a public id, or a UUID in lower case')
    : publicIdCheck
}

/** By the name of the relation. */
export const publicIdCheck: Check = idCheck(isUlid, 'a public id (a ULID)')

const booleanCheck: Check = (value, problems) => {
  if (typeof value !== 'boolean') problems.add('must be true or false')
  return value
}

const bytesCheck: Check = (value, problems) => {
  if (!(value instanceof Uint8Array)) {
    problems.add('must be bytes: a Uint8Array')
    return value
  }
  // A Buffer is one, too, and would come back as none.
  return Buffer.isBuffer(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : value
}
