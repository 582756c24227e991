import type { Description } from '../../../runtime/src/description/description.ts'
import { entityNamed } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { call, identifier } from '../../print/typescript/index.ts'
import type { PropertySignature } from '../../print/typescript/tree.ts'
import type { OutputFile } from '../emitter.ts'
import { sourceFile } from '../typescript/generated-file.ts'
import { Imports } from '../typescript/imports.ts'
import { packageNames } from '../typescript/package-names.ts'
import { hasRepository } from './traits.ts'

const path = 'testing/index.ts'

/** Valid records for tests, typed by entity. */
export function factoriesFile(model: Model, description: Description): OutputFile {
  const imports = new Imports(path)
  const names = packageNames(model)
  const properties = Object.entries(description.entities).flatMap(([name, one]): PropertySignature[] => {
    if (!hasRepository(one)) return []
    const types = names.provider(entityNamed(model, one.name), 'Types')
    const factory = imports.type('Factory', 'testing/factory.ts')
    return [{ name, type: `${factory}<${imports.type(types.name, types.file)}>`, isReadonly: true }]
  })
  const made = imports.value('createFactories', '@stowage/runtime/testing')
  const described = imports.value('description', 'provider/description/index.ts')
  return sourceFile(path, [
    ...imports.declarations(),
    {
      kind: 'interface',
      name: 'Factories',
      isExported: true,
      doc: 'One factory an entity: what is not given is made up, valid, and other with each record.',
      properties,
    },
    {
      kind: 'function',
      name: 'factories',
      isExported: true,
      doc: 'Factories of valid records. The same seed gives the same values.',
      parameters: [{ name: 'options', type: '{ readonly seed?: number }', hasQuestionToken: true }],
      returnType: 'Factories',
      statements: [
        {
          kind: 'return',
          expression: call(made, [identifier(described), identifier('options')], { typeArguments: ['Factories'] }),
        },
      ],
    },
  ])
}
