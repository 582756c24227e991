import { type InputIssue, InvalidInput } from '../errors/errors.ts'
import type { Actor } from '../stores/scope.ts'

const kinds: ReadonlySet<string> = new Set(['user', 'agent', 'job', 'support'] satisfies Actor['kind'][])

/** @throws InvalidInput */
export function checkedActor(actor: Actor): Actor {
  const issues: InputIssue[] = []
  if (!kinds.has(actor.kind))
    issues.push({ path: ['actor', 'kind'], message: `is to be one of ${[...kinds].join(', ')}` })
  if (typeof actor.id !== 'string' || !/^[^\p{Cc}]{1,200}$/u.test(actor.id))
    issues.push({ path: ['actor', 'id'], message: 'is to be a text of 1 to 200 characters' })
  if (issues.length > 0) throw new InvalidInput('scope', issues)
  return { kind: actor.kind, id: actor.id }
}

/** Why all data is to be reached; it is logged. @throws InvalidInput */
export function checkedReason(reason: string): string {
  const text = typeof reason === 'string' ? reason.trim() : ''
  if (!/^[^\p{Cc}]{1,500}$/u.test(text))
    throw new InvalidInput('provider.system', [{ path: ['reason'], message: 'is to be a text of 1 to 500 characters' }])
  return text
}
