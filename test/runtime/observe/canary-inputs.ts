import type { FieldDescription } from '../../../runtime/src/description/field.ts'

/** What nothing that is printed may hold. */
export const canary = 'zqcanary7'

type Values = Readonly<Record<string, unknown>>

/** The same input with the canary in every field that can hold one and may still be kept. */
export function withCanary(input: Values, fields: readonly FieldDescription[]): Values {
  const changed: Record<string, unknown> = { ...input }
  for (const field of fields) {
    const planted = plantable(field)
    if (field.kept === undefined && planted !== undefined) changed[field.name] = planted
  }
  return changed
}

let count = 0

function plantable({ type, list, pattern, length = 200 }: FieldDescription): unknown {
  if (type.kind !== 'scalar' || pattern !== undefined) return undefined
  count += 1
  const text = `${canary} ${count}`.slice(0, length)
  const single = ((): unknown => {
    switch (type.scalar) {
      case 'string':
      case 'text':
      case 'external_id':
        return text.includes(canary) ? text : undefined
      case 'email':
        return `${canary}${count}@example.com`
      case 'url':
        return `https://${canary}.example/${count}`
      case 'json':
        return { [`a${count}`]: canary }
      case 'bytes':
        return new TextEncoder().encode(canary)
      default:
        return undefined
    }
  })()
  return list === true && single !== undefined ? [single] : single
}

/** Inputs of which one member is a canary in a place where it cannot be. */
export function hostileInputs(input: Values, fields: readonly FieldDescription[]): readonly Values[] {
  return fields
    .filter(({ kept, type }) => kept === undefined && type.kind !== 'key' && type.kind !== 'part')
    .flatMap(({ name, type }): Values[] => {
      const at = type.kind === 'ref' ? type.relation : name
      return [canary, { [name]: canary }, [canary, { a: canary }], `${canary} `.repeat(2_000), `${canary}\0`].map(
        (value) => ({ ...input, [at]: value }),
      )
    })
}

/** Filters that a store would take, and others that it would choke on. */
export function hostileFilters(fields: readonly FieldDescription[]): readonly Values[] {
  return fields.flatMap(({ name }): Values[] => [
    { [name]: canary },
    { [name]: { contains: canary } },
    { [name]: { equals: { deep: canary } } },
    { [name]: { $regex: `${canary}(` } },
    { [name]: { $where: canary } },
    { AND: [{ [name]: [canary] }] },
    { $and: [{ [name]: canary }, { $expr: { $function: canary } }] },
  ])
}
