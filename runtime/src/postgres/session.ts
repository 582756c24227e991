import type { PrismaDelegate, Session } from '../stores/postgres.ts'
import type { Scope } from '../stores/scope.ts'
import { delegateOf, type PrismaTransaction } from './connection.ts'

export class PostgresSession implements Session {
  readonly scope: Scope
  readonly #transaction: PrismaTransaction

  constructor(scope: Scope, transaction: PrismaTransaction) {
    this.scope = scope
    this.#transaction = transaction
  }

  delegate(name: string): PrismaDelegate {
    return delegateOf(this.#transaction, name)
  }

  async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return (await this.#transaction.$queryRawUnsafe(text, ...values)) as readonly Row[]
  }
}
