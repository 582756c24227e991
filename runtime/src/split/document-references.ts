import type { FieldDescription } from '../description/field.ts'
import { demandReferences } from '../documents/references.ts'
import type { Context } from '../scoped/context.ts'

/**
 * A document whose references are known to be its tenant's.
 *
 * @throws Missing where the scope does not see what is referred to
 */
export async function publicReferences(
  context: Context,
  member: string,
  fields: readonly FieldDescription[],
  input: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  await demandReferences(context, member, fields, [input])
  return input
}
