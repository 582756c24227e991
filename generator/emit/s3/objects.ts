import { assertNever } from '../../base/internal-error.ts'
import type { Entity } from '../../model/entity.ts'
import type { Field } from '../../model/field.ts'
import { bucketNamed, fieldOf, type S3Entity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import type { PathVariable, S3Object } from '../../model/s3.ts'
import { stringLiteral } from '../../print/typescript/escape.ts'
import {
  type Code,
  call,
  type Expression,
  flatOf,
  identifier,
  literal,
  member,
  object,
  regex,
  template,
} from '../../print/typescript/index.ts'
import type { PropertySignature, Statement } from '../../print/typescript/tree.ts'
import { duration } from '../typescript/duration.ts'
import type { Imports } from '../typescript/imports.ts'
import type { PackageNames } from '../typescript/package-names.ts'

/** One entity's objects: what the key of each is made of, and its description. */
export function objectStatements(
  entity: S3Entity,
  model: Model,
  imports: Imports,
  names: PackageNames,
): readonly Statement[] {
  return entity.s3.objects.flatMap((one) => {
    const paths = keyPaths(entity, one, model)
    const parameters = names.objectParameters(entity, one.name).name
    const name = `${entity.name}.${one.name}`
    const type = `${imports.type('StoredObject', 's3/object.ts')}<${stringLiteral(name)}, ${parameters}>`
    return [
      parametersInterface(parameters, entity, paths, imports, names),
      {
        kind: 'variable',
        name: names.object(entity, one.name).name,
        isExported: true,
        doc: describe(one, model, paths.text),
        type,
        initializer: call(imports.value('defineObject', 's3/object.ts'), [
          object(
            {
              name: literal(name),
              bucket: member(imports.value('buckets', 's3/buckets.ts'), names.bucketKey(one.bucket)),
              contentType: literal(one.contentType),
              maxBytes: literal(one.maxBytes),
              write: literal(one.write),
              presignSeconds: literal(model.project.stores.s3?.presignSeconds ?? 900),
              path: pathExpression(entity, paths, model, imports, names),
            },
            'expanded',
          ),
        ]),
      },
    ] satisfies Statement[]
  })
}

type Pieces = readonly (string | PathVariable)[]

/** The key's path; for a record that may have no tenant, also the one it has then. */
interface KeyPaths {
  readonly own: Pieces
  readonly shared?: Pieces
  readonly text: string
}

function keyPaths(entity: Entity, { path }: S3Object, { project: { tenancy } }: Model): KeyPaths {
  const own = piecesOf(path)
  const text = textOf(own)
  if (entity.tenancy.mode !== 'shared' || tenancy === undefined) return { own, text }
  const prefixed = tenancy.prefix.split('/').filter((segment) => segment !== '').length
  const shared: Pieces = ['shared/', ...piecesOf(path.slice(prefixed))]
  return { own, shared, text: `${text}, or ${textOf(shared)} without a tenant,` }
}

function piecesOf(path: S3Object['path']): Pieces {
  return path.flatMap((segment, index) => [
    ...(index === 0 ? [] : ['/']),
    ...segment.map((piece) => (piece.kind === 'literal' ? piece.text : piece.variable)),
  ])
}

function textOf(pieces: Pieces): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : `{${piece.member}}`)).join('')
}

function variables(pieces: Pieces): readonly PathVariable[] {
  return pieces.filter((piece) => typeof piece !== 'string')
}

function describe(one: S3Object, model: Model, text: string): string {
  const { lock, versioned, name } = bucketNamed(model, one.bucket)
  const kept = lock !== undefined ? `locked (${lock.mode}) for ${duration(lock.retain)}` : versioned ? 'versioned' : ''
  const written = one.write === 'once' ? 'written once' : ''
  const how = [kept, written].filter((part) => part !== '').join(', ')
  const place = `${text} in bucket \`${name}\`${how === '' ? '' : `: ${how}`}.`
  return one.about === undefined ? place : `${one.about}\n\n${place}`
}

function parametersInterface(
  name: string,
  entity: S3Entity,
  paths: KeyPaths,
  imports: Imports,
  names: PackageNames,
): Statement {
  // A variable that stands twice is one parameter.
  const distinct = new Map(variables(paths.own).map((variable) => [variable.member, variable]))
  const properties = [...distinct.values()].map((variable): PropertySignature => {
    const type = parameterType(variable, fieldOfRoot(entity, variable), imports, names)
    const isAbsentInShared = paths.shared !== undefined && !paths.shared.includes(variable)
    return { name: variable.member, isReadonly: true, type: isAbsentInShared ? `${type} | null` : type }
  })
  const doc = `What a key of ${name.replace(/Parameters_*$/, '')} is made of.`
  return { kind: 'interface', name, isExported: true, doc, properties }
}

function fieldOfRoot({ postgres, mongo }: Entity, { name }: PathVariable): Field | undefined {
  const root = postgres ?? mongo
  return root === undefined ? undefined : fieldOf(root, name)
}

function isBig(field: Field | undefined): boolean {
  return field?.type.kind === 'scalar' && field.type.scalar === 'bigint'
}

function parameterType(
  { form, idOf, enum: enumName }: PathVariable,
  field: Field | undefined,
  imports: Imports,
  names: PackageNames,
): string {
  switch (form) {
    case 'ulid':
      if (idOf === undefined) return imports.type('Ulid', 'ids.ts')
      return `${imports.type('RefId', 'ids.ts')}<${stringLiteral(idOf)}>`
    case 'uuid':
      return imports.type('Uuid', 'ids.ts')
    case 'object_id':
      return `${imports.type('DocumentId', 'ids.ts')}<string>`
    case 'int':
      return isBig(field) ? 'bigint' : 'number'
    case 'date':
      return 'Date'
    case 'enum': {
      if (enumName === undefined) return 'string'
      const { name, file } = names.enum(enumName)
      return imports.type(name, file)
    }
    case 'slug':
      return 'string'
    default:
      return assertNever(form)
  }
}

function pathExpression(
  entity: S3Entity,
  { own, shared }: KeyPaths,
  model: Model,
  imports: Imports,
  names: PackageNames,
): Expression {
  const pathOf = (pieces: Pieces): Code => {
    const texts = ['']
    const expressions: (Code | undefined)[] = []
    for (const piece of pieces) {
      if (typeof piece === 'string') texts.push(`${texts.pop() ?? ''}${piece}`)
      else {
        texts.push('')
        expressions.push(flatOf(segment(piece, fieldOfRoot(entity, piece), imports, names)))
      }
    }
    return template(texts, expressions, imports.value('path', 's3/path.ts'))
  }
  const tenant = variables(own).find(({ name }) => name === model.project.tenancy?.field)
  if (shared === undefined || tenant === undefined) return pathOf(own)
  return call(imports.value('orShared', 's3/path.ts'), [literal(tenant.member), pathOf(own), pathOf(shared)])
}

function segment(variable: PathVariable, field: Field | undefined, imports: Imports, names: PackageNames): Expression {
  const { form, idOf, enum: enumName } = variable
  const build = (name: string, ...more: readonly Expression[]): Expression =>
    call(imports.value(name, 's3/segment.ts'), [literal(variable.member), ...more])
  switch (form) {
    case 'ulid':
      return idOf === undefined ? build('ulid') : build('refId', literal(idOf))
    case 'uuid':
      return build('uuid')
    case 'object_id':
      return build('objectId')
    case 'int':
      return isBig(field) ? build('bigint') : build('int')
    case 'date':
      return build('date')
    case 'enum': {
      if (enumName === undefined) return build('slug', regex('^'))
      const { name, file } = names.enum(enumName)
      return build('oneOf', identifier(imports.value(name, file)))
    }
    case 'slug':
      return build('slug', regex(field?.pattern ?? '^'))
    default:
      return assertNever(form)
  }
}
