import type { Field } from '../../model/field.ts'
import type { Model } from '../../model/model.ts'
import type { SourceFile } from '../../source/source-file.ts'

/** A list of fields in which names must be unique: a part of an entity, a value type, a mixin. */
interface Scope {
  /** Its owner in the keys of `Model.uses`: `Invoice.postgres`, `type.Address`, `mixin.base_fields`. */
  readonly owner: string
  readonly fields: readonly Field[]
  /** What a field's physical name is in it, for people: `column activities.status`. */
  readonly place: (field: Field) => string
  readonly store?: 'postgres' | 'mongo'
}

/** One field as the spec writes it, whatever number of parts carries it. */
export interface FieldDeclaration {
  readonly field: Field
  /** Where it is written. */
  readonly scope: Scope
  /** Every list it is part of. */
  readonly scopes: readonly Scope[]
}

interface Declaration extends FieldDeclaration {
  readonly scopes: Scope[]
}

const known = new WeakMap<Model, readonly FieldDeclaration[]>()

/** Every field that the spec declares, once, mixins first; without those that the compiler adds. */
export function fieldDeclarations(model: Model): readonly FieldDeclaration[] {
  const before = known.get(model)
  if (before !== undefined) return before
  const declarations: Declaration[] = []
  const places = new Map<SourceFile, Map<number, Declaration>>()
  for (const scope of scopesOf(model)) {
    for (const field of scope.fields) {
      if (field.origin.kind === 'tenant') continue
      const { file, start } = field.span
      let inFile = places.get(file)
      if (inFile === undefined) {
        inFile = new Map()
        places.set(file, inFile)
      }
      const declared = inFile.get(start)
      if (declared !== undefined) {
        declared.scopes.push(scope)
        continue
      }
      const declaration = { field, scope, scopes: [scope] }
      declarations.push(declaration)
      inFile.set(start, declaration)
    }
  }
  known.set(model, declarations)
  return declarations
}

function* scopesOf(model: Model): Generator<Scope> {
  for (const { name, fields } of model.mixins) {
    yield { owner: `mixin.${name}`, fields, place: () => `part of every record that uses \`${name}\`` }
  }
  for (const { name, fields } of model.valueTypes) {
    yield { owner: `type.${name}`, fields, place: (field) => `key \`${field.physical.text}\` of \`${name}\`` }
  }
  for (const { name, postgres, mongo } of model.entities) {
    if (postgres !== undefined) {
      const place = (field: Field): string => `becomes column ${postgres.table.text}.${field.physical.text}`
      yield { owner: `${name}.postgres`, fields: postgres.fields, place, store: 'postgres' }
    }
    if (mongo !== undefined) {
      const place = (field: Field): string => `becomes ${mongo.collection.text}.${field.physical.text}`
      yield { owner: `${name}.mongo`, fields: mongo.fields, place, store: 'mongo' }
    }
  }
}

/** The keys of `Model.uses` under which a declaration's name may stand. */
export function usesOf({ field, scopes }: FieldDeclaration): readonly string[] {
  return scopes.map(({ owner }) => `field:${owner}.${field.name}`)
}
