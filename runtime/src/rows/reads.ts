import { Missing } from '../errors/errors.ts'
import { parseRefId } from '../ids/ulid.ts'
import { pageOf } from '../page/page.ts'
import { quoted } from '../postgres/quoted.ts'
import type { Session } from '../stores/postgres.ts'
import { aggregateArguments, countArguments, findArguments, groupArguments } from './arguments.ts'
import { known, type Plain } from './refuse.ts'
import type { Row, RowReads } from './row-repository.ts'
import type { Rows } from './rows.ts'
import { selected } from './selection.ts'
import type { Shape } from './shape.ts'

const ofOne: ReadonlySet<string> = new Set(['include', 'select', 'lock'])

export function readsOf(rows: Rows): RowReads {
  const { shape, vision } = rows
  const find = async (refId: string, given?: object): Promise<Row | null> => {
    const id = parseRefId(refId, shape.member)
    const args = known(given, ofOne)
    const { args: selection, reading } = selected(args, shape, vision)
    const query = { ...selection, where: rows.one(id) }
    const row = await rows.within(async (session) => {
      if (args.lock === true) await lock(session, shape, id)
      return await rows.delegate(session).findFirst(query)
    }, args.lock !== true)
    return row === null ? null : await rows.out(row, reading)
  }
  return {
    find,
    get: async (refId, args) => {
      const row = await find(refId, args)
      if (row === null) throw new Missing(shape.entity.name, { entity: shape.member, refId })
      return row
    },
    findFirst: async (given) => {
      const { args, reading } = findArguments(given, shape, vision)
      const row = await rows.within((session) => rows.delegate(session).findFirst(args), true)
      return row === null ? null : await rows.out(row, reading)
    },
    findMany: async (given) => {
      const { args, reading } = findArguments(given, shape, vision)
      return await rows.outAll(await rows.within((session) => rows.delegate(session).findMany(args), true), reading)
    },
    count: async (given) => {
      const args = countArguments(given, shape, vision)
      return Number(await rows.within((session) => rows.delegate(session).count(args), true))
    },
    aggregate: async (given) => {
      const args = aggregateArguments(given, shape, vision)
      return await rows.within((session) => rows.delegate(session).aggregate(args), true)
    },
    groupBy: async (given) => {
      const args = groupArguments(given, shape, vision)
      return await rows.within((session) => rows.delegate(session).groupBy(args), true)
    },
    page: (args) => pageOf(rows, args as Plain | undefined),
  }
}

/** Rows that are only ever added need none, and the application may not take it. */
async function lock(session: Session, { table, kept }: Shape, refId: string): Promise<void> {
  const column = table.fields.find(({ name }) => name === kept.refId)?.column
  if (table.appendOnly || column === undefined) return
  await session.query(`select 1 as held from public.${quoted(table.table)} where ${quoted(column)} = $1 for update`, [
    refId,
  ])
}
