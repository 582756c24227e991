import { Conflict, Forbidden, InvalidInput, Missing } from '../errors/errors.ts'
import { parseRefId } from '../ids/ulid.ts'
import { actorOf, changedValues, type NewRecord, newRecord, settle } from './input.ts'
import type { Row } from './read-out.ts'
import { resolveDocuments, resolveReferences } from './references.ts'
import { demandRevision, demandWritable, type Taken, whyNot } from './refusals.ts'
import { known, refused } from './refuse.ts'
import type { RevisionOptions, RowRepository } from './row-repository.ts'
import { Rows } from './rows.ts'
import { selected } from './selection.ts'
import { ownCondition, type Where } from './vision.ts'
import { writtenWhere } from './where.ts'

type Writes = Omit<
  RowRepository,
  keyof import('./row-repository.ts').RowReads | 'withDeleted' | 'schema' | 'transition'
>

export function writesOf(rows: Rows, isInternal: boolean): Writes {
  const { shape } = rows
  return {
    create: async (input) => {
      demandMakable(rows)
      const record = await newRecord(rows, input, isInternal)
      await resolveDocuments(rows, [record.values])
      const row = await rows.within(async (session) => {
        await settle(rows, session, [record])
        return await rows.delegate(session).create({ data: record.values })
      })
      return await rows.out(row, wholeOf(rows))
    },
    createMany: async (inputs) => {
      demandMakable(rows)
      if (!Array.isArray(inputs)) throw refused([], 'is to be a list')
      const records = await Promise.all(
        inputs.map((input, at) => withPlace(at, () => newRecord(rows, input, isInternal))),
      )
      const values: readonly Row[] = records.map((record: NewRecord) => record.values)
      if (values.length === 0) return []
      await resolveDocuments(rows, values)
      const made = await rows.within(async (session) => {
        await settle(rows, session, records)
        return await rows.delegate(session).createManyAndReturn({ data: values })
      })
      const { refId = 'refId' } = shape.kept
      const byId = new Map(made.map((row): [unknown, Row] => [row[refId], row]))
      const inOrder = values.flatMap((one): readonly Row[] => {
        const row = byId.get(one[refId])
        return row === undefined ? [] : [row]
      })
      return await rows.outAll(inOrder, wholeOf(rows))
    },
    update: async (refId, changes, options = {}) => {
      demandWritable(rows, true)
      const id = parseRefId(refId, shape.member)
      demandRevision(rows, options.revision)
      const values = await changedValues(rows, changes, id, isInternal)
      return await changeOne(rows, id, values, options)
    },
    updateMany: async (given) => {
      demandWritable(rows, true)
      const { where, data } = known(given, new Set(['where', 'data']))
      if (where === undefined) throw refused(['where'], 'is required: an empty one means all')
      const condition = writtenWhere(where, shape, rows.vision)
      const values = await changedValues(rows, data, undefined, isInternal)
      await resolveDocuments(rows, [values])
      return await rows.within(async (session) => {
        await resolveReferences(rows, session, [values])
        const { count } = await rows.delegate(session).updateMany({ where: condition, data: signed(rows, values) })
        return count
      })
    },
    delete: async (refId, options) => {
      demandWritable(rows, true)
      const id = parseRefId(refId, shape.member)
      await removeOne(rows, id, options ?? {}, shape.deletedOn === undefined ? 'real' : 'soft')
    },
    deleteMany: async (given) => {
      demandWritable(rows, true)
      const { where } = known(given, new Set(['where']))
      if (where === undefined) throw refused(['where'], 'is required: an empty one means all')
      const condition = writtenWhere(where, shape, rows.vision)
      return await rows.within(async (session) => {
        const delegate = rows.delegate(session)
        const marks = deletionMarks(rows)
        const done =
          marks === undefined
            ? delegate.deleteMany({ where: condition })
            : delegate.updateMany({ where: condition, data: marks })
        return (await done).count
      })
    },
    restore: async (refId) => await restore(rows, parseRefId(refId, shape.member)),
    purge: async (refId, options) => {
      demandWritable(rows, true)
      if (shape.deletedOn === undefined) {
        throw new Forbidden(
          `a ${shape.entity.name} is deleted for good at once`,
          { entity: shape.member },
          'Use delete.',
        )
      }
      await removeOne(rows, parseRefId(refId, shape.member), options ?? {}, 'purge')
    },
    remove: async (refId, options) => await takeOut(rows, parseRefId(refId, shape.member), options ?? {}),
  }
}

function wholeOf({ shape, vision }: Rows): ReturnType<typeof selected>['reading'] {
  return selected({}, shape, vision).reading
}

/** Tenants are made by the system: none can make itself. */
function demandMakable(rows: Rows): void {
  const { shape, vision } = rows
  demandWritable(rows, false)
  if (shape.entity.tenancy === 'self' && vision.tenantId !== undefined) {
    throw new Forbidden(
      `a ${shape.entity.name} in the scope of another`,
      { entity: shape.member },
      'Make it by provider.system(reason).',
    )
  }
}

/** Says which of several inputs is wrong. */
async function withPlace<T>(at: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    const issues = error.issues.map(({ path, message }) => ({ path: [at, ...path], message }))
    throw new InvalidInput('the inputs', issues, error.facts)
  }
}

/** With who changed it last: empty where no user of the tenant acted. */
function signed(rows: Rows, values: Row): Row {
  const { updatedBy } = rows.shape.kept
  return updatedBy === undefined ? values : { ...values, [updatedBy]: actorOf(rows) ?? null }
}

/** Undefined where records are removed. */
function deletionMarks(rows: Rows): Row | undefined {
  const { shape, context } = rows
  if (shape.deletedOn === undefined) return undefined
  const by = shape.kept.deletedBy
  const actor = by === undefined ? {} : { [by]: actorOf(rows) ?? null }
  return signed(rows, { [shape.deletedOn]: context.stores.now(), ...actor })
}

/** Changes one row where it is as it was taken to be. */
export async function changeOne(
  rows: Rows,
  refId: string,
  values: Row,
  taken: Taken,
  condition: Where = {},
): Promise<Row> {
  const { kept } = rows.shape
  await resolveDocuments(rows, [values])
  const row = await rows.within(async (session) => {
    await resolveReferences(rows, session, [values])
    const where: Record<string, unknown> = { ...rows.one(refId, true), ...condition }
    if (taken.revision !== undefined && kept.revision !== undefined) where[kept.revision] = taken.revision
    const [changed] = await rows.delegate(session).updateManyAndReturn({ where, data: signed(rows, values) })
    if (changed === undefined) throw await whyNot(rows, session, refId, taken)
    return changed
  })
  return await rows.out(row, wholeOf(rows))
}

async function removeOne(
  rows: Rows,
  refId: string,
  { revision }: RevisionOptions,
  how: 'soft' | 'real' | 'purge',
): Promise<void> {
  const { shape, vision } = rows
  demandRevision(rows, revision)
  const seen = how === 'purge' ? { ...vision, isLive: false } : vision
  const where: Record<string, unknown> = { ...ownCondition(shape, seen, true), [shape.kept.refId ?? 'refId']: refId }
  if (how === 'purge' && shape.deletedOn !== undefined) where[shape.deletedOn] = { not: null }
  if (revision !== undefined && shape.kept.revision !== undefined) where[shape.kept.revision] = revision
  await rows.within(async (session) => {
    const delegate = rows.delegate(session)
    const marks = how === 'soft' ? deletionMarks(rows) : undefined
    const done = marks === undefined ? delegate.deleteMany({ where }) : delegate.updateMany({ where, data: marks })
    if ((await done).count === 0) throw await whyNot(rows, session, refId, { revision, isDeleted: how === 'purge' })
  })
}

async function takeOut(rows: Rows, refId: string, { revision }: RevisionOptions): Promise<Row> {
  const { shape, vision } = rows
  demandWritable(rows, true)
  demandRevision(rows, revision)
  const where: Record<string, unknown> = {
    ...ownCondition(shape, { ...vision, isLive: false }, true),
    [shape.kept.refId ?? 'refId']: refId,
  }
  if (revision !== undefined && shape.kept.revision !== undefined) where[shape.kept.revision] = revision
  return await rows.within(async (session) => {
    const delegate = rows.delegate(session)
    const row = await delegate.findFirst({ where })
    const { count } = row === null ? { count: 0 } : await delegate.deleteMany({ where })
    if (row === null || count === 0) throw await whyNot(rows, session, refId, { revision, isDeleted: true })
    return row
  })
}

async function restore(rows: Rows, refId: string): Promise<Row> {
  const { shape, vision } = rows
  const { deletedOn, kept, entity, member } = shape
  demandWritable(rows, true)
  if (deletedOn === undefined) {
    throw new Forbidden(`a ${entity.name} is deleted for good at once`, { entity: member }, 'Make it anew.')
  }
  const all = new Rows(rows.context, shape, { ...vision, isLive: false })
  const values = { [deletedOn]: null, ...(kept.deletedBy === undefined ? {} : { [kept.deletedBy]: null }) }
  try {
    return await changeOne(all, refId, values, { isDeleted: true }, { [deletedOn]: { not: null } })
  } catch (error) {
    // What it refers to is deleted: that is no fault of the caller's, but the state of things.
    if (!(error instanceof Missing) || error.facts.field === undefined) throw error
    throw new Conflict(
      `the ${entity.name} cannot come back: what ${error.facts.field} refers to is deleted`,
      { ...error.facts, refId },
      'Restore that first.',
      error,
    )
  }
}
