import type { PrismaAttribute, PrismaValue } from './tree.ts'

export function attributeNamed(attributes: readonly PrismaAttribute[], name: string): PrismaAttribute | undefined {
  return attributes.find((attribute) => attribute.name === name)
}

/** An argument by its name, or the one without a name where that is what it may be. */
export function argumentOf(
  { args }: PrismaAttribute,
  name: string,
  first: 'or the first' | 'by name alone' = 'by name alone',
): PrismaValue | undefined {
  const named = args.find((argument) => argument.name === name)
  if (named !== undefined || first === 'by name alone') return named?.value
  return args.find((argument) => argument.name === undefined)?.value
}

/** The fields in `[customerId, email(sort: Desc)]`; of a path into a composite type its first. */
export function fieldsIn(value: PrismaValue | undefined): readonly string[] {
  if (value?.kind !== 'list') return []
  return value.items.flatMap((item) => (item.kind === 'name' ? [item.text.split('.')[0] ?? item.text] : []))
}
