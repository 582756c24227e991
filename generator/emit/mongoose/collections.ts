import { inMongo } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import type { Expression } from '../../print/typescript/expression.ts'
import { array, call, identifier, literal, member, object } from '../../print/typescript/index.ts'
import type { Statement } from '../../print/typescript/tree.ts'
import type { FileContext } from './context.ts'
import { liveStatements } from './live.ts'

/** The list of all collections, the models of a connection, and the functions that bring a database to them and compare it. */
export function collectionStatements(model: Model, { imports, names }: FileContext): readonly Statement[] {
  const entities = inMongo(model)
  const described = entities.map(({ name, mongo }) => {
    const schema = names.documentSchema(name)
    const validator = names.documentValidator(name)
    return object({
      name: literal(mongo.collection.text),
      validator: identifier(imports.value(validator.name, validator.file)),
      indexes: call(imports.value('indexesOf', 'mongoose/collection.ts'), [
        identifier(imports.value(schema.name, schema.file)),
      ]),
    })
  })
  const modelType = imports.type('Model', 'mongoose')
  const connection = { name: 'connection', type: imports.type('Connection', 'mongoose') }
  return [
    {
      kind: 'variable',
      name: 'collections',
      isExported: true,
      doc: 'Every collection as it is to be.',
      type: `readonly ${imports.type('CollectionDescription', 'live/mongo/description.ts')}[]`,
      initializer: array(described),
    },
    {
      kind: 'interface',
      name: 'Models',
      isExported: true,
      doc: 'The models of one connection.',
      properties: entities.map(({ name }) => {
        const document = names.document(name)
        const type = `${modelType}<${imports.type(document.name, document.file)}>`
        return { name: names.modelKey(name), type, isReadonly: true }
      }),
    },
    {
      kind: 'function',
      name: 'models',
      isExported: true,
      doc: 'Binds the models to a connection. Two connections share nothing; asked twice, one gives the same models.',
      parameters: [connection],
      returnType: 'Models',
      statements: [
        {
          kind: 'const',
          name: 'known',
          initializer: call('Set', [call('connection.modelNames', [])], { isNew: true }),
        },
        {
          kind: 'return',
          expression: object(
            entities.map(({ name, mongo }) => {
              const document = names.document(name)
              const schema = names.documentSchema(name)
              return {
                kind: 'property',
                name: names.modelKey(name),
                value: bound(mongo.document, document.name, schema.name),
              }
            }),
            'expanded',
          ),
        },
      ],
    },
    ...liveStatements(model, imports),
  ]
}

function bound(document: string, type: string, schema: string): Expression {
  const get = (args: readonly Expression[]): Expression => {
    return { kind: 'call', callee: member('connection', 'model'), typeArguments: [type], arguments: args }
  }
  return {
    kind: 'conditional',
    test: call('known.has', [literal(document)]),
    whenTrue: get([literal(document)]),
    whenFalse: get([literal(document), call(`${schema}.clone`, [])]),
  }
}
