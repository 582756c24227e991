import type { ValueType } from '../../model/model.ts'
import { call, object, plain, property } from '../../print/typescript/index.ts'
import type { Statement } from '../../print/typescript/tree.ts'
import type { FileContext } from './context.ts'
import { schemaExpression } from './json-schema.ts'
import { schemaPath } from './schema-path.ts'

export const valuesFile = 'mongoose/values.ts'

/** Sub-schemas and the server's rules for the shapes that are embedded in documents, the inner ones first. */
export function valueStatements(valueTypes: readonly ValueType[], context: FileContext): readonly Statement[] {
  return valueTypes.flatMap((valueType): readonly Statement[] => {
    const { name, file } = context.names.valueType(valueType.name)
    const type = context.imports.type(name, file)
    const paths = valueType.fields.map((field) =>
      property(field.physical.text, schemaPath(field, { isFixed: field.immutable, isGiven: false }, context)),
    )
    const options = plain({ _id: false, id: false, strict: 'throw', minimize: false })
    return [
      {
        kind: 'variable',
        name: context.names.valueSchema(valueType.name).name,
        isExported: true,
        ...(valueType.about === undefined ? {} : { doc: valueType.about }),
        type: `Schema<${type}>`,
        initializer: call(context.imports.value('Schema', 'mongoose'), [object(paths, 'expanded'), options], {
          isNew: true,
          typeArguments: [type],
        }),
      },
      {
        kind: 'variable',
        name: context.names.valueRules(valueType.name).name,
        isExported: true,
        type: context.imports.type('JsonSchema', 'live/mongo/description.ts'),
        initializer: schemaExpression(context.schemas.value(valueType.name), valueType.fields, context),
      },
    ]
  })
}
