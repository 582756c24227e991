import { allTenants } from '../collect/all-tenants.ts'
import type { Observer } from '../scoped/observer.ts'
import type { Sql } from '../stores/postgres.ts'
import type { Scope, Tenant } from '../stores/scope.ts'
import type { Stores } from '../stores/stores.ts'
import type { Finding, FindingCode } from './finding.ts'

/** What one check was asked to do, and how far it is. */
export class Check {
  readonly stores: Stores
  readonly observer: Observer
  readonly tenant: Tenant | undefined
  /** How long what a commit has replaced or deleted is kept. */
  readonly graceMs: number
  readonly repair: boolean
  readonly deep: boolean
  readonly signal: AbortSignal | undefined
  /** What is younger may belong to an operation that is under way. */
  readonly before: Date
  rows = 0
  documents = 0
  objects = 0
  bytes = 0
  /** Pointers to documents whose time was over, as the spec wants it. */
  expired = 0
  readonly codes: Map<FindingCode, number> = new Map()

  constructor(stores: Stores, observer: Observer, asked: CheckOptions) {
    this.stores = stores
    this.observer = observer
    this.tenant = asked.tenant
    this.graceMs = asked.graceMs
    this.repair = asked.repair
    this.deep = asked.deep
    this.signal = asked.signal
    this.before = new Date(stores.now().getTime() - asked.olderThanMs)
  }

  /** A short transaction that reads every tenant's rows. */
  async read<Row extends object>(text: string, values: readonly unknown[]): Promise<readonly Row[]> {
    const { postgres } = this.stores
    return await postgres.run(this.scope, (sql: Sql) => sql.query<Row>(text, values), { readOnly: true })
  }

  get scope(): Scope {
    return allTenants(this.stores.description, 'check that the stores fit together')
  }

  count({ code }: Finding): void {
    this.codes.set(code, (this.codes.get(code) ?? 0) + 1)
  }
}

export interface CheckOptions {
  readonly tenant: Tenant | undefined
  readonly olderThanMs: number
  readonly graceMs: number
  readonly repair: boolean
  readonly deep: boolean
  readonly signal: AbortSignal | undefined
}

/** A part of a check that can be taken up again where it was left. */
export interface Step {
  /** `rows/strategy` */
  readonly name: string
  /** @param after where an earlier check had come to; the first page without it */
  run(check: Check, after: string | undefined): AsyncIterable<Page>
}

/** What was found in some records that were looked at together. */
export interface Page {
  readonly findings: readonly Finding[]
  /** From where the next page goes on. */
  readonly after: string
}

/** How many records are looked at together. */
export const pageSize = 500
