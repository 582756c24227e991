import type { ValueType } from '../../model/model.ts'
import type { Statement } from '../../print/typescript/tree.ts'
import type { Holding } from '../typescript/field-type.ts'
import { memberOf } from '../typescript/member.ts'

/** An embedded shape, as documents hold it; as JSON, where no document does. */
export function valueTypeStatement(
  { name, about, fields }: ValueType,
  context: Pick<Holding, 'imports' | 'names' | 'values'>,
): Statement {
  const holding: Holding = { ...context, as: context.values.isInMongo(name) ? 'document' : 'json', entity: 'string' }
  return {
    kind: 'interface',
    name: context.names.valueType(name).name,
    isExported: true,
    ...(about === undefined ? {} : { doc: about }),
    properties: fields.map((field) => memberOf(field, field.physical.text, false, holding)),
  }
}
