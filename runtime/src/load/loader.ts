import { Forbidden, InvalidInput, Missing } from '../errors/errors.ts'
import { isUlid } from '../ids/ulid.ts'
import { rowRepository } from '../rows/repository.ts'
import { shapeOf } from '../rows/shape.ts'
import { type Context, entityIn } from '../scoped/context.ts'
import type { Scope } from '../stores/scope.ts'
import { type HistoricRow, historicRow, momentOf } from './historic.ts'

export interface LoadOptions {
  /** Rows that are written in one transaction; 500. */
  readonly batch?: number
  /** Leaves out rows whose public id is there: an interrupted load may then be run again. */
  readonly skipExisting?: boolean
}

/** Writes historic rows of one entity, in the order that they come in. */
export interface RowLoader {
  /**
   * Rows with the ids, dates, revision and state that they had; what is left out is filled as for a new one. References to
   * records that count as deleted are given as UUIDs.
   *
   * @returns how many were written
   * @throws InvalidInput, Missing, Conflict: batches before are written, the one that failed is not
   */
  createMany(rows: Iterable<HistoricRow> | AsyncIterable<HistoricRow>, options?: LoadOptions): Promise<number>
}

/** A loader for each entity with a table, by its member. */
export type Loader = Readonly<Record<string, RowLoader>>

/** @throws Forbidden for an entity of which every record has parts outside PostgreSQL */
export function rowLoader(context: Context, member: string): RowLoader {
  const entity = entityIn(context.stores.description, member)
  const needsParts = entity.table?.fields.some(
    ({ type, optional }) => (type.kind === 'part' || type.kind === 'key') && optional !== true,
  )
  if (entity.table === undefined || needsParts === true)
    throw new Forbidden(
      `loading ${entity.name}: its records are not rows alone`,
      { entity: member },
      'Make them by db, which writes all of their parts.',
    )
  return { createMany: (rows, options = {}) => load(context, member, rows, options) }
}

async function load(
  context: Context,
  member: string,
  rows: Iterable<HistoricRow> | AsyncIterable<HistoricRow>,
  { batch = 500, skipExisting = false }: LoadOptions,
): Promise<number> {
  if (!(Number.isSafeInteger(batch) && batch >= 1 && batch <= 5_000))
    throw new InvalidInput(`load of ${member}`, [{ path: ['batch'], message: 'is to be from 1 to 5000' }])
  const { description } = context.stores
  const entity = entityIn(description, member)
  let count = 0
  let waiting: HistoricRow[] = []
  const write = async (): Promise<void> => {
    const all = waiting
    waiting = []
    if (all.length > 0) count += await writeBatch(context, member, all, skipExisting)
  }
  for await (const row of rows) {
    waiting.push(historicRow(description, member, entity, row))
    if (waiting.length >= batch) await write()
  }
  await write()
  return count
}

async function writeBatch(
  context: Context,
  member: string,
  batch: readonly HistoricRow[],
  skipExisting: boolean,
): Promise<number> {
  const { postgres, description } = context.stores
  if (shapeOf(description, member).table.partitioned) await makeMonths(context, member, batch)
  return await postgres.run(context.scope, async (session) => {
    const within = { ...context, session }
    const repository = rowRepository(within, member, { internal: true })
    const wanted = skipExisting ? await withoutExisting(within, member, batch) : batch
    const rows = await withUsers(within, member, wanted)
    if (rows.length > 0) await repository.createMany(rows)
    return rows.length
  })
}

async function withoutExisting(
  context: Context,
  member: string,
  batch: readonly HistoricRow[],
): Promise<readonly HistoricRow[]> {
  const { refId = 'refId' } = shapeOf(context.stores.description, member).kept
  const given = batch.flatMap((row) => (typeof row[refId] === 'string' ? [row[refId]] : []))
  if (given.length === 0) return batch
  const { withDeleted } = rowRepository(context, member, { internal: true })
  const found = await withDeleted.findMany({ where: { [refId]: { in: given } }, select: { [refId]: true } })
  const there = new Set(found.map((row) => row[refId]))
  return batch.filter((row) => !there.has(row[refId]))
}

/** UUIDs in the place of public ids of users, deleted ones too. @throws Missing */
async function withUsers(
  context: Context,
  member: string,
  rows: readonly HistoricRow[],
): Promise<readonly HistoricRow[]> {
  const { description } = context.stores
  const user = description.tenancy?.user
  const { kept } = shapeOf(description, member)
  const members = [kept.createdBy, kept.updatedBy, kept.deletedBy].flatMap((name) => name ?? [])
  const wanted = new Set(rows.flatMap((row) => members.map((name) => row[name])).filter(isUlid))
  if (wanted.size === 0 || user === undefined) return rows
  const { id = 'id', refId = 'refId' } = shapeOf(description, user).kept
  const { withDeleted } = rowRepository(context, user, { internal: true })
  const found = await withDeleted.findMany({
    where: { [refId]: { in: [...wanted] } },
    select: { [id]: true, [refId]: true },
  })
  const ids = new Map(found.map((row) => [row[refId], row[id]]))
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(
      members.flatMap((name) => {
        const given = row[name]
        if (!isUlid(given)) return []
        if (!ids.has(given))
          throw new Missing(entityIn(description, user).name, { entity: user, field: name, refId: given })
        return [[name, ids.get(given)]]
      }),
    ),
  }))
}

/** What `stowage.ensure_partitions` takes. */
const mostMonths = 600

/**
 * Partitions for the months before this one: without them the rows would lie in the default partition.
 *
 * @throws InvalidInput for a row of so long ago that there is none for its month
 */
async function makeMonths(context: Context, member: string, batch: readonly HistoricRow[]): Promise<void> {
  const { postgres, now, description } = context.stores
  const { createdOn } = shapeOf(description, member).kept
  if (createdOn === undefined) return
  const oldest = Math.min(...batch.flatMap((row) => momentOf(row[createdOn])?.getTime() ?? []))
  if (!Number.isFinite(oldest)) return
  const [then, today] = [new Date(oldest), now()]
  const months = (today.getUTCFullYear() - then.getUTCFullYear()) * 12 + today.getUTCMonth() - then.getUTCMonth()
  if (months <= 0) return
  if (months > mostMonths)
    throw new InvalidInput(
      `load of ${member}`,
      [{ path: [createdOn], message: `must be at most ${mostMonths} months ago` }],
      { entity: member },
    )
  const scope: Scope = { kind: 'system', reason: 'partitions for rows that are loaded' }
  await postgres.run(scope, (session) => session.query('select stowage.ensure_partitions($1::int)::text', [-months]))
}
