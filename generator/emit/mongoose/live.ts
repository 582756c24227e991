import { applicationRoleOf } from '../../catalog/mongo/index.ts'
import type { Model } from '../../model/model.ts'
import { array, call, identifier, literal, object, plain } from '../../print/typescript/index.ts'
import type { Parameter, Statement } from '../../print/typescript/tree.ts'
import type { Uses } from '../typescript/imports.ts'

/** The application's role, and what brings a database to the package's collections and compares it with them. */
export function liveStatements(model: Model, imports: Uses): readonly Statement[] {
  const { name, privileges } = applicationRoleOf(model)
  const more = imports.type('MongoOptions', 'live/mongo/connection.ts')
  const options = `${imports.type('ApplyOptions', 'live/report.ts')} & ${more}`
  return [
    {
      kind: 'variable',
      name: 'applicationRole',
      isExported: true,
      doc: 'What the application may do in the database; to be granted to the login that it uses.',
      type: imports.type('RoleDescription', 'live/mongo/description.ts'),
      initializer: object(
        {
          name: literal(name),
          privileges: array(privileges.map(({ collection, actions }) => plain({ collection, actions }))),
        },
        'expanded',
      ),
    },
    {
      ...passing('applyCollections', 'applyToConnection', options, imports),
      doc: "Creates what is missing of collections, validators, indexes and the application's role; says what it did and what it left alone. May be run again, by several processes at once.",
      returnType: `Promise<${imports.type('ApplyReport', 'live/report.ts')}>`,
    },
    {
      ...passing('verifyCollections', 'verifyConnection', more, imports),
      doc: 'What the database holds otherwise than described; empty where it is as it is to be. Changes nothing.',
      returnType: `Promise<readonly ${imports.type('Difference', 'live/report.ts')}[]>`,
    },
  ]
}

/** A function that hands on what it is given, and what the package knows. */
function passing(
  name: string,
  to: string,
  options: string,
  imports: Uses,
): Omit<Extract<Statement, { kind: 'function' }>, 'returnType'> {
  const parameters: readonly Parameter[] = [
    { name: 'connection', type: imports.type('Connection', 'mongoose') },
    { name: 'options', type: options, hasQuestionToken: true },
  ]
  const given = ['connection', 'collections', 'applicationRole', 'options'].map(identifier)
  const expression = call(imports.value(to, 'live/mongo/connection.ts'), given)
  return { kind: 'function', name, isExported: true, parameters, statements: [{ kind: 'return', expression }] }
}
