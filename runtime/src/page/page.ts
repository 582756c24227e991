import { count, known, type Plain, refused } from '../rows/refuse.ts'
import type { Page } from '../rows/row-repository.ts'
import type { Rows } from '../rows/rows.ts'
import { selected } from '../rows/selection.ts'
import { both, type Where } from '../rows/vision.ts'
import { visibleWhere } from '../rows/where.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'

const ofPage: ReadonlySet<string> = new Set(['where', 'include', 'select', 'take', 'after', 'direction'])
const most = 1_000

/**
 * A page by keyset: what was made after, or before, the last record of the page before. Records that come or go meanwhile
 * shift nothing, so none is skipped or comes twice.
 */
export async function pageOf(rows: Rows, given: Plain | undefined): Promise<Page> {
  const { shape, vision } = rows
  const args = known(given, ofPage)
  const direction = args.direction ?? 'desc'
  if (direction !== 'asc' && direction !== 'desc') throw refused(['direction'], 'is to be asc or desc')
  const take = args.take === undefined ? 50 : count(args.take, 1, ['take'])
  if (take > most) throw refused(['take'], `is to be at most ${most}`)
  const { createdOn = 'createdOn', refId = 'refId' } = shape.kept
  const { args: selection, reading } = selected(args, shape, vision, [], [createdOn, refId])
  const visible = visibleWhere(args.where, shape, vision)
  const after = args.after ?? undefined
  const beyond = after === undefined ? {} : beyondCursor(readCursor(after), direction, createdOn, refId)
  const query = {
    ...selection,
    where: both(visible, beyond),
    orderBy: [{ [createdOn]: direction }, { [refId]: direction }],
    take: take + 1,
  }
  const found = await rows.within((session) => rows.delegate(session).findMany(query), true)
  const items = found.slice(0, take)
  const last = found.length > take ? items.at(-1) : undefined
  const cursor = last === undefined ? undefined : cursorOf(last[createdOn], last[refId])
  return { items: await rows.outAll(items, reading), next: cursor === undefined ? null : writeCursor(cursor) }
}

/** The first condition bounds the scan of the index; the second says where exactly it begins. */
function beyondCursor(cursor: Cursor, direction: 'asc' | 'desc', createdOn: string, refId: string): Where {
  const [more, atLeast] = direction === 'asc' ? (['gt', 'gte'] as const) : (['lt', 'lte'] as const)
  return {
    [createdOn]: { [atLeast]: cursor.createdOn },
    OR: [
      { [createdOn]: { [more]: cursor.createdOn } },
      { [createdOn]: cursor.createdOn, [refId]: { [more]: cursor.refId } },
    ],
  }
}

function cursorOf(createdOn: unknown, refId: unknown): Cursor | undefined {
  return createdOn instanceof Date && typeof refId === 'string' ? { createdOn, refId } : undefined
}
