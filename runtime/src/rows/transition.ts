import { Conflict, Forbidden } from '../errors/errors.ts'
import { parseRefId } from '../ids/ulid.ts'
import { changedValues } from './input.ts'
import type { Row } from './read-out.ts'
import { demandRevision, demandWritable } from './refusals.ts'
import { known, refused } from './refuse.ts'
import type { Rows } from './rows.ts'
import { changeOne } from './writes.ts'

const options: ReadonlySet<string> = new Set(['from', 'data', 'revision'])

/**
 * Moves a record on where it stands in `from`. Of two that move it at once one finds it elsewhere.
 *
 * @throws Conflict for a move that the life cycle does not know, before the database is asked, and for a lost race
 */
export async function transition(
  rows: Rows,
  refId: unknown,
  to: unknown,
  given: unknown,
  isInternal: boolean,
): Promise<Row> {
  const { shape } = rows
  const { lifecycle } = shape.table
  const { name } = shape.entity
  if (lifecycle === undefined)
    throw new Forbidden(`a ${name} has no life cycle`, { entity: shape.member }, 'Use update.')
  demandWritable(rows, true)
  const id = parseRefId(refId, shape.member)
  const { from, data, revision } = known(given ?? {}, options)
  demandRevision(rows, revision)
  const states = Array.isArray(from) ? from : [from]
  if (states.length === 0) throw refused(['from'], 'is to name a state')
  const target = demandLegal(lifecycle.allow, states, to, name, { entity: shape.member, refId: id })
  const values = data === undefined ? {} : await changedValues(rows, data, id, isInternal)
  const condition = { [lifecycle.field]: states.length === 1 ? states[0] : { in: states } }
  const taken = { states, ...(typeof revision === 'number' ? { revision } : {}) }
  return await changeOne(rows, id, { ...values, [lifecycle.field]: target }, taken, condition)
}

/** Names where it may go from there. States are the spec's words; what is none of them is not repeated. */
function demandLegal(
  allow: Readonly<Record<string, readonly string[]>>,
  states: readonly unknown[],
  to: unknown,
  name: string,
  facts: { readonly entity: string; readonly refId: string },
): string {
  if (typeof to !== 'string' || !isState(allow, to)) throw refused(['to'], 'is no state of it')
  for (const from of states) {
    if (typeof from !== 'string' || !isState(allow, from)) throw refused(['from'], 'is no state of it')
    const legal = Object.hasOwn(allow, from) ? (allow[from] ?? []) : []
    if (legal.includes(to)) continue
    const places = legal.length === 0 ? `${from} is final` : `from there it may go to ${legal.join(', ')}`
    throw new Conflict(
      `a ${name} may not go from ${from} to ${to}: ${places}`,
      { ...facts, state: from },
      'Choose a legal move.',
    )
  }
  return to
}

function isState(allow: Readonly<Record<string, readonly string[]>>, state: string): boolean {
  return Object.hasOwn(allow, state) || Object.values(allow).some((to) => to.includes(state))
}
