import { inPostgres } from '../../model/lookup.ts'
import type { Mixin, Model } from '../../model/model.ts'
import type { InterfaceDeclaration } from '../../print/typescript/tree.ts'
import type { Holding } from '../typescript/field-type.ts'
import { hasOwnEntity, rowMember } from './rows.ts'

/** The mixins that give something to rows; those of documents alone are seen in `BaseDocument` and the like. */
export function mixinsOfRows(model: Model): readonly Mixin[] {
  const used = new Set<string>()
  for (const { mixins } of inPostgres(model)) for (const mixin of mixins) used.add(mixin)
  return model.mixins.filter(({ name, fields }) => used.has(name) && fields.length > 0)
}

/** What a mixin gives the rows that use it. */
export function mixinStatement(
  mixin: Mixin,
  context: Pick<Holding, 'imports' | 'names' | 'values'>,
): InterfaceDeclaration {
  const holding: Holding = { ...context, as: 'row', entity: 'Entity' }
  return {
    kind: 'interface',
    name: context.names.mixin(mixin.name).name,
    isExported: true,
    ...(mixin.about === undefined ? {} : { doc: mixin.about }),
    ...(hasOwnEntity(mixin) ? { typeParameters: [{ name: 'Entity', constraint: 'string' }] } : {}),
    properties: mixin.fields.map((field) => rowMember(field, holding)),
  }
}
