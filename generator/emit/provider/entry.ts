import type { Description } from '../../../runtime/src/description/description.ts'
import type { Model } from '../../model/model.ts'
import { call, identifier, object, property } from '../../print/typescript/index.ts'
import type { Statement } from '../../print/typescript/tree.ts'
import type { OutputFile } from '../emitter.ts'
import { sourceFile } from '../typescript/generated-file.ts'
import { Imports } from '../typescript/imports.ts'
import { namedExport } from '../typescript/named-export.ts'
import { packageNames } from '../typescript/package-names.ts'
import { support } from './context.ts'
import { scopeStatements } from './db.ts'

const path = 'provider/index.ts'

/** The entry of the data layer: what is reached in which scope, and the function that opens it. */
export function entryFile(model: Model, description: Description, files: readonly string[]): OutputFile {
  const imports = new Imports(path)
  const scopes = scopeStatements({ model, description, names: packageNames(model), imports })
  const opening = openingStatement(description, imports)
  return sourceFile(path, [...imports.declarations(), ...exported(files, description), ...scopes, opening])
}

function exported(files: readonly string[], description: Description): readonly Statement[] {
  return [
    ...files.map((file): Statement => ({ kind: 'export', moduleSpecifier: `./${file.slice('provider/'.length)}` })),
    namedExport('./description/index.ts', { values: ['description'] }),
    namedExport('@stowage/runtime', {
      types: [
        ...(description.tenancy === undefined ? ['PlainProvider'] : ['Provider']),
        'ProviderOptions',
        'ScopeOptions',
      ],
      values: [
        'Closed',
        'Conflict',
        'Corrupt',
        'Expired',
        'Forbidden',
        'InvalidInput',
        'Missing',
        'StowageError',
        'TooLarge',
        'Unavailable',
        'WrongContentType',
        'file',
      ],
    }),
  ]
}

function openingStatement(description: Description, imports: Imports): Statement {
  const hasTenants = description.tenancy !== undefined
  const [type, open, ...databases] = hasTenants
    ? ['Provider', 'openProvider', 'TenantDb', 'SystemDb', 'Lookups']
    : ['PlainProvider', 'openPlainProvider', 'Db']
  const result = `${imports.type(type ?? '', '@stowage/runtime')}<${databases.join(', ')}>`
  const hasDocuments = Object.values(description.entities).some(({ documents }) => documents !== undefined)
  const parts = object([
    property('description', identifier(imports.value('description', 'provider/description/index.ts'))),
    property('prismaClient', identifier(imports.value('prismaClient', support.client))),
    ...(hasDocuments ? [property('models', identifier(imports.value('models', 'mongoose/index.ts')))] : []),
  ])
  return {
    kind: 'function',
    name: 'createProvider',
    isExported: true,
    doc: 'The way to the data. What is not given is read from the environment. Nothing connects before it is used.',
    parameters: [
      { name: 'options', type: imports.type('ProviderOptions', '@stowage/runtime'), hasQuestionToken: true },
    ],
    returnType: result,
    statements: [
      {
        kind: 'return',
        expression: call(imports.value(open ?? '', '@stowage/runtime'), [parts, identifier('options')], {
          typeArguments: databases,
        }),
      },
    ],
  }
}
