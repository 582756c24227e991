import type { FieldDescription } from '../description/field.ts'
import type { Secrets } from '../scoped/secrets.ts'

const none: readonly FieldDescription[] = []
const encryptedOf = new WeakMap<readonly FieldDescription[], readonly FieldDescription[]>()

/** Those that are kept as ciphertext. */
export function encryptedFields(fields: readonly FieldDescription[]): readonly FieldDescription[] {
  const known = encryptedOf.get(fields)
  if (known !== undefined) return known
  const found = fields.filter(({ encrypted }) => encrypted === true)
  encryptedOf.set(fields, found.length === 0 ? none : found)
  return found
}

/** Where a secret stands: `Channel.accessToken`. */
export function placeOf(entity: string, { name }: FieldDescription): string {
  return `${entity}.${name}`
}

/** A record as the store keeps it: its secrets sealed. `entity` is the spec's name. */
export function sealed(
  secrets: Secrets,
  entity: string,
  fields: readonly FieldDescription[],
  record: Readonly<Record<string, unknown>>,
  refId: string,
): Promise<Record<string, unknown>> {
  return changed(fields, record, (text, field) => secrets.seal(text, placeOf(entity, field), refId))
}

/**
 * A record as a caller sees it: its secrets opened. What was not selected is not asked for.
 *
 * @throws Corrupt where one is not what was sealed there; Forbidden where there are no keys
 */
export function opened(
  secrets: Secrets,
  entity: string,
  fields: readonly FieldDescription[],
  record: Readonly<Record<string, unknown>>,
  refId: string,
): Promise<Record<string, unknown>> {
  return changed(fields, record, (text, field) => secrets.open(text, placeOf(entity, field), refId))
}

/** Whether there is anything to open, which most records do not have. */
export function holdsSealed(fields: readonly FieldDescription[], record: Readonly<Record<string, unknown>>): boolean {
  return encryptedFields(fields).some(({ name }) => typeof record[name] === 'string')
}

async function changed(
  fields: readonly FieldDescription[],
  record: Readonly<Record<string, unknown>>,
  change: (text: string, field: FieldDescription) => Promise<string>,
): Promise<Record<string, unknown>> {
  const found = encryptedFields(fields).filter(({ name }) => typeof record[name] === 'string')
  if (found.length === 0) return { ...record }
  const changes = await Promise.all(
    found.map(
      async (field): Promise<[string, string]> => [field.name, await change(String(record[field.name]), field)],
    ),
  )
  return { ...record, ...Object.fromEntries(changes) }
}
