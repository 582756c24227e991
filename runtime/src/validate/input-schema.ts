import type { StandardSchemaV1 } from '@standard-schema/spec'
import type { Description } from '../description/description.ts'
import { InvalidInput } from '../errors/errors.ts'
import type { ErrorFacts } from '../errors/stowage-error.ts'
import { entityIn } from '../scoped/context.ts'
import { entityCheck } from './entity-check.ts'
import { type InputKind, partShape } from './entity-shape.ts'
import { type Check, Problems } from './problems.ts'
import { wholeCheck } from './shape.ts'

/** https://standardschema.dev: what forms and routers take. */
export type InputSchema = StandardSchemaV1<unknown, Record<string, unknown>>

interface Made {
  readonly check: Check
  readonly schema: InputSchema
}

const made = new WeakMap<Description, Map<string, Made>>()

/**
 * The input of `create` or `update` of an entity as a Standard Schema. It answers at once, with every issue and its path; no
 * value is in a message. What it gives is what the repositories take and the stores keep: texts for decimals, bigints for
 * 64-bit numbers, dates as `Date`, references under their own member.
 */
export function inputSchema(description: Description, member: string, kind: InputKind): InputSchema {
  return madeFor(description, member, kind).schema
}

/** @throws InvalidInput with every issue */
export function checkedInput(
  description: Description,
  member: string,
  kind: InputKind,
  input: unknown,
  facts: ErrorFacts = {},
): Record<string, unknown> {
  return checked(madeFor(description, member, kind).check, input, `${member}.${kind}`, { entity: member, ...facts })
}

/**
 * The document of a split entity when nothing is missing: what an update has merged with the version before it.
 *
 * @throws InvalidInput with every issue
 */
export function checkedDocument(description: Description, member: string, document: unknown): Record<string, unknown> {
  const key = `${member} document`
  const found = remembered(description, key, () => {
    const shape = partShape(description, entityIn(description, member), 'documents', 'create', () => refuse)
    return madeOf(wholeCheck(shape))
  })
  return checked(found.check, document, key, { entity: member })
}

/** A part is made by its own record alone. */
const refuse: Check = (value, problems) => {
  problems.add('must be a public id')
  return value
}

function checked(check: Check, input: unknown, what: string, facts: ErrorFacts): Record<string, unknown> {
  const problems = new Problems()
  const output = check(input, problems)
  if (problems.issues.length > 0) throw new InvalidInput(what, problems.issues, facts)
  return output as Record<string, unknown>
}

function madeFor(description: Description, member: string, kind: InputKind): Made {
  return remembered(description, `${member}.${kind}`, () => madeOf(entityCheck(description, member, kind)))
}

function remembered(description: Description, key: string, make: () => Made): Made {
  const known = made.get(description) ?? new Map<string, Made>()
  made.set(description, known)
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}

function madeOf(check: Check): Made {
  const validate = (value: unknown): StandardSchemaV1.Result<Record<string, unknown>> => {
    const problems = new Problems()
    const output = check(value, problems)
    if (problems.issues.length > 0) return { issues: problems.issues }
    return { value: output as Record<string, unknown> }
  }
  return { check, schema: { '~standard': { version: 1, vendor: 'stowage', validate } } }
}
