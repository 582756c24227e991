import type { Description } from '../../../runtime/src/description/description.ts'
import type { EntityDescription } from '../../../runtime/src/description/entity.ts'
import { entityNamed } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { stringLiteral } from '../../print/typescript/escape.ts'
import type { PropertySignature, Statement } from '../../print/typescript/tree.ts'
import type { Imports } from '../typescript/imports.ts'
import type { PackageNames } from '../typescript/package-names.ts'
import { support } from './context.ts'
import { composedOf } from './kind.ts'
import { hasRepository, isOwned, isSplit } from './traits.ts'

/** Whose data is reached. */
type Scope = 'tenant' | 'system' | 'plain'

interface Context {
  readonly model: Model
  readonly description: Description
  readonly names: PackageNames
  readonly imports: Imports
}

/** What is reached within a scope, and within a transaction of it. */
export function scopeStatements(context: Context): readonly Statement[] {
  const { tenancy } = context.description
  if (tenancy === undefined) return [...dbStatements('plain', 'Db', 'TransactionDb', context), anyDb('Db')]
  return [
    ...ownerStatements(context, tenancy.entity),
    ...dbStatements('tenant', 'TenantDb', 'TransactionDb', context),
    ...dbStatements('system', 'SystemDb', 'SystemTransactionDb', context),
    anyDb('TenantDb | SystemDb'),
    lookupStatement(context, tenancy.entity),
  ]
}

function anyDb(type: string): Statement {
  return { kind: 'typeAlias', name: 'AnyDb', isExported: true, doc: 'What is reached within any scope.', type }
}

const reaches: Readonly<Record<Scope, string>> = {
  tenant: 'What is reached within the scope of a tenant.',
  system: 'What is reached of all tenants. A new record says whose it is.',
  plain: 'What is reached.',
}

function dbStatements(scope: Scope, db: string, transaction: string, context: Context): readonly Statement[] {
  const all = Object.entries(context.description.entities).filter(([, described]) => hasRepository(described))
  const rows = all.filter(([, { root }]) => root === 'postgres')
  const property = (name: string, type: string): PropertySignature => ({ name, type, isReadonly: true })
  return [
    {
      kind: 'interface',
      name: transaction,
      isExported: true,
      doc: 'What is reached within one transaction of PostgreSQL: rows alone.',
      properties: rows.map(([member, one]) =>
        property(member, inTransaction(one, repository(one, scope, context), context)),
      ),
    },
    {
      kind: 'interface',
      name: db,
      isExported: true,
      doc: reaches[scope],
      properties: [
        ...all.map(([member, one]) => property(member, repository(one, scope, context))),
        {
          ...property('transaction', `<T>(work: (tx: ${transaction}) => Promise<T>) => Promise<T>`),
          doc: 'Several statements of PostgreSQL, all of which are done or none. What is in another store is refused in it.',
        },
      ],
    },
  ]
}

/** The type of a repository in a scope. */
function repository(described: EntityDescription, scope: Scope, { model, names, imports }: Context): string {
  const { name, file } = names.provider(entityNamed(model, described.name), 'Repository')
  const type = imports.type(name, file)
  // A tenant makes no tenants.
  if (described.tenancy === 'self' && scope === 'tenant') return `Omit<${type}, 'create' | 'createMany'>`
  if (scope !== 'system' || !isOwned(described)) return type
  return `${type}<${ownerName(described)}>`
}

function inTransaction(described: EntityDescription, type: string, { model, imports }: Context): string {
  const entity = entityNamed(model, described.name)
  const isAlone = !isSplit(described) && composedOf({ model, entity, described }).length === 0
  return isAlone ? type : `${imports.type('InTransaction', support.rows)}<${type}>`
}

function ownerName({ root, tenancy }: EntityDescription): string {
  return `${root === 'mongo' ? 'Document' : ''}Of${tenancy === 'shared' ? 'Some' : ''}Tenant`
}

/** What an input says in the scope of the system: whose the record is to be. */
function ownerStatements({ description, imports }: Context, tenants: string): readonly Statement[] {
  const found = new Map<string, Statement>()
  const tenant = stringLiteral(description.entities[tenants]?.name ?? '')
  for (const described of Object.values(description.entities)) {
    const name = ownerName(described)
    if (!hasRepository(described) || !isOwned(described) || found.has(name)) continue
    const isDocument = described.root === 'mongo'
    const field = (isDocument ? described.documents : described.table)?.fields.find(({ kept }) => kept === 'tenant')
    if (field === undefined) continue
    const isShared = described.tenancy === 'shared'
    const id = isDocument
      ? `${imports.type('RefId', 'ids.ts')}<${tenant}>`
      : `${imports.type('Reference', support.inputs)}<${tenant}>`
    found.set(name, {
      kind: 'interface',
      name,
      isExported: true,
      doc: `Whose a new ${isDocument ? 'document' : 'row'} is${isShared ? ', or that it is for all' : ''}.`,
      properties: [
        {
          name: field.name,
          type: isShared ? `${id} | null` : id,
          isReadonly: true,
          ...(isShared ? { hasQuestionToken: true } : {}),
        },
      ],
    })
  }
  return [...found.values()]
}

/** What may be looked up before the tenant is known. */
function lookupStatement({ description, imports }: Context, tenants: string): Statement {
  const tenant = stringLiteral(description.entities[tenants]?.name ?? '')
  return {
    kind: 'interface',
    name: 'Lookups',
    isExported: true,
    doc: 'How a record is found before its tenant is known: it gives ids and nothing else.',
    properties: Object.entries(description.entities).flatMap(([member, { name, table }]) => {
      const methods = Object.keys(table?.lookups ?? {}).map((field) => stringLiteral(lookupMethod(field)))
      if (methods.length === 0) return []
      const lookup = imports.type('Lookup', support.inputs)
      return [
        {
          name: member,
          type: `${lookup}<${tenant}, ${stringLiteral(name)}, ${methods.join(' | ')}>`,
          isReadonly: true,
        },
      ]
    }),
  }
}

/** `byEmail`. */
function lookupMethod(member: string): string {
  return `by${member.charAt(0).toUpperCase()}${member.slice(1)}`
}
