import { inPostgres } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import type { InterfaceDeclaration } from '../../print/typescript/tree.ts'
import type { Imports } from '../typescript/imports.ts'
import type { PackageNames } from '../typescript/package-names.ts'
import type { ValueUse } from '../typescript/value-use.ts'
import { hasOwnEntity, rowMember } from './rows.ts'

interface MixinFile {
  readonly file: string
  readonly statement: InterfaceDeclaration
}

/** What a mixin gives the rows that use it; mixins of documents alone are seen in `BaseDocument` and the like. */
export function mixinStatements(
  model: Model,
  context: {
    readonly names: PackageNames
    readonly values: ValueUse
    readonly importsOf: (file: string) => Imports
  },
): readonly MixinFile[] {
  const used = new Set(inPostgres(model).flatMap(({ mixins }) => mixins))
  return model.mixins
    .filter(({ name, fields }) => used.has(name) && fields.length > 0)
    .map((mixin) => {
      const { name, file } = context.names.mixin(mixin.name)
      const holding = { ...context, imports: context.importsOf(file), as: 'row' as const, entity: 'Entity' }
      return {
        file,
        statement: {
          kind: 'interface',
          name,
          isExported: true,
          ...(mixin.about === undefined ? {} : { doc: mixin.about }),
          ...(hasOwnEntity(mixin) ? { typeParameters: [{ name: 'Entity', constraint: 'string' }] } : {}),
          properties: mixin.fields.map((field) => rowMember(field, holding)),
        },
      }
    })
}
