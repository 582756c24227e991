import type { Description } from '../description/description.ts'
import { Forbidden } from '../errors/errors.ts'
import type { Scope } from '../stores/scope.ts'
import type { Frame } from './frame.ts'

/** Milliseconds. */
export interface TransactionLimits {
  readonly transactionMs: number
  readonly statementMs: number
  readonly lockMs: number
}

const common = `set_config('app.tenant_id', $1, true), set_config('app.actor', $2, true), set_config('app.reason', $3, true),
  set_config('statement_timeout', $4, true), set_config('lock_timeout', $5, true),
  set_config('idle_in_transaction_session_timeout', $6, true)`
/** What is taken to read only is held to it: it may be done twice. */
const readOnly = "set_config('transaction_read_only', 'on', true)"
/** Last: what comes before it may be the login's alone to set. */
const ofRole = "set_config('role', $7, true)"

const texts = {
  ofRole: { read: `select ${common}, ${readOnly}, ${ofRole}`, write: `select ${common}, ${ofRole}` },
  withoutRole: { read: `select ${common}, ${readOnly}`, write: `select ${common}` },
} as const

/** The statement that a transaction begins with, all of whose settings end with it. */
export function settingsOf(
  scope: Scope,
  role: string | undefined,
  limits: TransactionLimits,
  isReadOnly: boolean,
): readonly [text: string, ...values: string[]] {
  const { actor } = scope
  const statementMs = Math.min(limits.statementMs, limits.transactionMs)
  const values = [
    scope.kind === 'tenant' ? scope.tenant.id : '',
    actor === undefined ? '' : JSON.stringify({ kind: actor.kind, id: actor.id }),
    scope.kind === 'system' ? scope.reason : '',
    String(statementMs),
    String(Math.min(limits.lockMs, statementMs)),
    String(limits.transactionMs + 1_000),
  ]
  const way = isReadOnly ? 'read' : 'write'
  return role === undefined ? [texts.withoutRole[way], ...values] : [texts.ofRole[way], ...values, role]
}

/**
 * Straight on the connection that BEGIN went over: by way of Prisma it would take as long again as the statement itself.
 */
export async function applySettings(
  { client }: Frame,
  [text, ...values]: readonly [text: string, ...values: string[]],
): Promise<void> {
  if (client === undefined) throw new TypeError('Prisma began no transaction on a connection of the pool')
  await client.query(text, values)
}

/**
 * The role that a scope takes on; none where the spec has no tenancy.
 *
 * @throws Forbidden for a role that the spec does not name
 */
export function roleOf({ tenancy }: Description, scope: Scope): string | undefined {
  if (tenancy === undefined) return undefined
  const { app, system, loader } = tenancy.roles
  if (scope.kind === 'system') return system
  if (scope.kind !== 'tenant' || scope.role === undefined) return app
  if (loader !== undefined) return loader
  throw new Forbidden(
    'the spec names no role that loads historic rows',
    {},
    'Name `loader` among the roles of the spec.',
  )
}
