import type { Model } from '../../../model/model.ts'
import type { Qualified, SqlFunction } from '../../../print/sql/tree.ts'
import { type Refusal, refusal } from './refusal.ts'

/**
 * A function that triggers call. Nobody but the owner of the tables may execute it: who may could attach it to a table of
 * their own, with arguments of their own, and have it run there. To fire a trigger takes no privilege.
 */
export function triggerFunction({
  name,
  about,
  body,
  asSystem,
}: {
  readonly name: string
  readonly about: string
  readonly body: readonly string[]
  /** Present where it runs as the role that sees every row, or, in a project without roles, as whoever made it. */
  readonly asSystem?: Model
}): SqlFunction {
  const roles = asSystem?.project.tenancy?.roles
  return {
    schema: 'stowage',
    name,
    about,
    arguments: [],
    returns: 'trigger',
    language: 'plpgsql',
    volatility: 'volatile',
    security: asSystem === undefined ? 'invoker' : 'definer',
    ...(roles === undefined ? {} : { owner: roles.system }),
    body: `\n${body.join('\n')}\n`,
    execute: roles === undefined ? [] : [roles.owner],
  }
}

/** A function that raises one error, for those that run as the role that sees every row: they say what it is about. */
export function refusingFunction({
  name,
  about,
  arguments: named,
  error,
  callers,
}: {
  readonly name: string
  readonly about: string
  readonly arguments: readonly string[]
  readonly error: Refusal
  readonly callers: Model
}): SqlFunction {
  const system = callers.project.tenancy?.roles.system
  return {
    ...triggerFunction({ name, about, body: ['BEGIN', ...refusal(error), 'END'] }),
    arguments: named.map((argument) => ({ name: argument, type: 'text' })),
    returns: 'void',
    execute: system === undefined ? [] : [system],
  }
}

/** What calls a function keeps its name alone. */
export function nameOf({ schema, name }: Qualified): Qualified {
  return { schema, name }
}
