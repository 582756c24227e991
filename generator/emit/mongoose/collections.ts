import type { Model } from '../../model/model.ts'
import { array, call, object } from '../../print/typescript/index.ts'
import type { Statement } from '../../print/typescript/tree.ts'
import type { Imports } from '../typescript/imports.ts'
import type { IndexEntry } from './index-entry.ts'
import { liveStatements } from './live.ts'

/** The list of all collections, the models of a connection, and the functions that bring a database to them and compare it. */
export function collectionStatements(
  model: Model,
  entries: readonly IndexEntry[],
  imports: Imports,
): readonly Statement[] {
  for (const { file, imported } of entries) imports.include(file, imported)
  // What the entries use.
  imports.value('indexesOf', 'mongoose/collection.ts')
  imports.value('modelOf', 'mongoose/collection.ts')
  imports.type('Model', 'mongoose')
  const connection = { name: 'connection', type: imports.type('Connection', 'mongoose') }
  return [
    {
      kind: 'variable',
      name: 'collections',
      isExported: true,
      doc: 'Every collection as it is to be.',
      type: `readonly ${imports.type('CollectionDescription', 'live/mongo/description.ts')}[]`,
      initializer: array(
        entries.map(({ described }) => described),
        'expanded',
      ),
    },
    {
      kind: 'interface',
      name: 'Models',
      isExported: true,
      doc: 'The models of one connection.',
      properties: entries.map(({ signature }) => signature),
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
            entries.map((entry) => entry.bound),
            'expanded',
          ),
        },
      ],
    },
    ...liveStatements(model, imports),
  ]
}
