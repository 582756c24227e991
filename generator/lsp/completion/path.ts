import { CompletionItemKind } from 'vscode-languageserver'
import type { Field } from '../../model/field.ts'
import { fieldTypeText } from '../../model/type-text.ts'
import type { Cursor } from '../cursor.ts'
import type { KnownNames } from './known-names.ts'
import type { Suggestion, Suggestions } from './suggestion.ts'

/** A variable of a path: its name, and what it stands for. */
interface Variable {
  readonly name: string
  readonly detail: string
}

/** The variables of an object's key. `tenant` is the field that every record has for its tenant. */
export function pathSuggestions(
  cursor: Cursor,
  entity: string,
  known: KnownNames,
  tenant: string | undefined,
): Suggestions {
  const variables: Variable[] = [{ name: 'object', detail: 'a fresh id for each attempt; in the last segment' }]
  const root = (['postgres', 'mongo'] as const).find(
    (store) => known.fields({ kind: 'part', entity, store }).length > 0,
  )
  for (const { name, thing } of root === undefined ? [] : known.fields({ kind: 'part', entity, store: root })) {
    if (thing === undefined || isSafe(thing))
      variables.push({ name, detail: thing === undefined ? 'field' : fieldTypeText(thing) })
  }
  if (tenant !== undefined) variables.push({ name: tenant, detail: 'the tenant' })
  return inBraces(
    cursor,
    variables.filter(({ name }, index) => variables.findIndex((other) => other.name === name) === index),
  )
}

/** The prefix of all keys knows the tenant alone. */
export function prefixSuggestions(cursor: Cursor, tenant: string | undefined): Suggestions {
  return inBraces(cursor, tenant === undefined ? [] : [{ name: tenant, detail: 'the tenant' }])
}

/** Whether the values of a field can be safe in a key; a string must have a pattern, which the analysis judges. */
function isSafe({ type, list, optional, pattern, primary }: Field): boolean {
  if (list || primary || (optional && type.kind === 'ref')) return false
  if (type.kind === 'ref' || type.kind === 'enum') return true
  if (type.kind !== 'scalar') return false
  return type.scalar === 'string'
    ? pattern !== undefined
    : ['ulid', 'object_id', 'date', 'int', 'bigint'].includes(type.scalar)
}

function inBraces({ word, offset }: Cursor, variables: readonly Variable[]): Suggestions {
  const before = word.text.slice(0, offset - word.start)
  const after = word.text.slice(offset - word.start)
  const open = /\{(\w*)$/.exec(before)
  const start = offset - (open?.[1]?.length ?? 0)
  const end = offset + (open === null ? 0 : (/^\w*/.exec(after)?.[0].length ?? 0))
  const closed = after.slice(end - offset).startsWith('}')
  // A text that begins with a brace needs quotes, or YAML takes it for a mapping.
  const isBare = word.style === 'plain' && before.trim() === ''
  const list = variables.map(({ name, detail }): Suggestion => {
    const text = open === null ? `{${name}}` : `${name}${closed ? '' : '}'}`
    return {
      label: open === null ? `{${name}}` : name,
      kind: CompletionItemKind.Variable,
      detail,
      text: isBare ? `"${text}"` : text,
    }
  })
  return { start, end, list: isBare && (open !== null || after !== '') ? [] : list }
}
