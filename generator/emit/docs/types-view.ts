import type { Enum, ValueType } from '../../model/model.ts'
import { code, type Inline, joined } from '../../print/markdown/inline.ts'
import { type FieldView, fieldView } from './field-view.ts'
import type { Site } from './site.ts'
import { sentence } from './words.ts'

export interface EnumView {
  readonly id: string
  readonly name: Inline
  readonly about: Inline
  /** One line where no value has a meaning of its own to tell. */
  readonly short: Inline
  readonly values: readonly { readonly name: Inline; readonly about: Inline }[]
}

export function enumView(site: Site, declared: Enum): EnumView {
  const told = declared.values.some(({ about }) => about !== undefined)
  return {
    id: site.enum(declared.name).anchor ?? '',
    name: declared.name,
    about: sentence(declared.about),
    short: told ? '' : ['One of ', joined(declared.values.map(({ name }) => code(name))), '.'],
    values: told ? declared.values.map(({ about, name }) => ({ name: code(name), about: sentence(about) })) : [],
  }
}

export interface ShapeView {
  readonly id: string
  readonly name: Inline
  readonly about: Inline
  readonly fields: readonly FieldView[]
}

export function shapeView(site: Site, valueType: ValueType, store: 'postgres' | 'mongo'): ShapeView {
  return {
    id: site.valueType(valueType.name).anchor ?? '',
    name: valueType.name,
    about: sentence(valueType.about),
    // A shape is a document within a document in either store: `physical` is its key there.
    fields: valueType.fields.map((field) => fieldView({ site, page: store, store: 'mongo' }, field, '')),
  }
}
