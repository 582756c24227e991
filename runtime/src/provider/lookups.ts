import type { Description } from '../description/description.ts'
import { InvalidInput } from '../errors/errors.ts'
import type { FoundRecord } from './provider.ts'

type Find = (member: string, field: string, value: string) => Promise<readonly FoundRecord[]>

/** `lookup.user.byEmail(text)`, for each field that the spec lets be found before a tenant is known. */
export function lookupsOf({ entities }: Description, find: Find): object {
  return Object.freeze(
    Object.fromEntries(
      Object.entries(entities).flatMap(([member, { table }]) => {
        const fields = Object.keys(table?.lookups ?? {})
        return fields.length === 0 ? [] : [[member, finders(member, fields, find)]]
      }),
    ),
  )
}

function finders(member: string, fields: readonly string[], find: Find): object {
  return Object.freeze(
    Object.fromEntries(
      fields.map((field) => [
        `by${field.slice(0, 1).toUpperCase()}${field.slice(1)}`,
        (value: unknown): Promise<readonly FoundRecord[]> =>
          typeof value === 'string'
            ? find(member, field, value)
            : Promise.reject(new InvalidInput(`lookup of ${member}`, [{ path: [field], message: 'is to be a text' }])),
      ]),
    ),
  )
}
