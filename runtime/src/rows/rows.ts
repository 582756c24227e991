import { typedHere } from '../postgres/errors.ts'
import type { Context } from '../scoped/context.ts'
import type { PrismaDelegate, Session } from '../stores/postgres.ts'
import { type Row, readOut } from './read-out.ts'
import type { Reading } from './selection.ts'
import type { Shape } from './shape.ts'
import { ownCondition, type Vision, type Where } from './vision.ts'

/** The rows of an entity as one repository reaches them. */
export class Rows {
  readonly context: Context
  readonly shape: Shape
  readonly vision: Vision

  constructor(context: Context, shape: Shape, vision: Vision) {
    this.context = context
    this.shape = shape
    this.vision = vision
  }

  /** In the transaction that the context is in, else in one of its own. */
  async within<T>(work: (session: Session) => Promise<T>, readOnly = false): Promise<T> {
    const { session, stores, scope } = this.context
    if (session === undefined) return await stores.postgres.run(scope, work, readOnly ? reading : writing)
    try {
      return await work(session)
    } catch (error) {
      throw typedHere(error, stores.description)
    }
  }

  delegate(session: Session): PrismaDelegate {
    return session.delegate(this.shape.table.delegate)
  }

  /** One record that is seen, or that may be changed. */
  one(refId: string, isWritten = false): Where {
    const where: Record<string, unknown> = { ...ownCondition(this.shape, this.vision, isWritten) }
    where[this.shape.kept.refId ?? 'refId'] = refId
    return where
  }

  out(row: Row, reading: Reading | undefined): Promise<Row> | Row {
    return reading === undefined ? row : readOut(row, reading, this.context.secrets)
  }

  outAll(rows: readonly Row[], reading: Reading | undefined): Promise<readonly Row[]> | readonly Row[] {
    if (reading === undefined) return rows
    return Promise.all(rows.map((row) => readOut(row, reading, this.context.secrets)))
  }
}

const reading = { readOnly: true }
const writing = {}
