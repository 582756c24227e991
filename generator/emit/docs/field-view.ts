import { documentType, storedColumnType, storedDocumentType } from '../../figures/type-words.ts'
import type { Classification, Field } from '../../model/field.ts'
import { entityNamed } from '../../model/lookup.ts'
import { anchor, code, type Inline } from '../../print/markdown/inline.ts'
import { collectionLink, linkTo, objectLink, type PageName, type Site, tableLink } from './site.ts'
import { defaultWords, sentence, sentences } from './words.ts'

/** A line of the table of fields. */
export interface FieldView {
  readonly name: Inline
  /** Its name in the spec; empty where the store calls it the same. */
  readonly logical: Inline
  readonly type: Inline
  readonly key: Inline
  readonly default: Inline
  readonly meaning: Inline
  /** Whether it is personal, secret, internal or public; empty where nobody has said so. */
  readonly classified: string
}

export interface FieldPlace {
  readonly site: Site
  readonly page: PageName
  readonly store: 'postgres' | 'mongo'
  /** Whose objects a `key(...)` names; absent in a value type. */
  readonly entity?: string
}

/** `id`: by what a link names the row; absent where something else does. */
export function fieldView(place: FieldPlace, field: Field, key: Inline, id?: string): FieldView {
  const name = code(field.physical.text)
  return {
    name: id === undefined ? name : [anchor(id), name],
    logical: field.name === field.physical.text ? '' : code(field.name),
    type: typeWords(place, field),
    key,
    default: defaultWords(field.default),
    meaning: meaning(place, field),
    classified: field.classify === undefined ? '' : classWords[field.classify],
  }
}

const classWords: Readonly<Record<Classification, string>> = {
  pii: 'personal data',
  secret: 'secret',
  internal: 'internal',
  public: 'public',
}

/** The type of a field in the words of its store. */
export function typeWords({ page, site, store }: FieldPlace, field: Field): Inline {
  const stored = code(store === 'postgres' ? storedColumnType(field) : storedDocumentType(field))
  const optional = field.optional ? ', optional' : ''
  switch (field.type.kind) {
    case 'enum':
      return [linkTo(page, field.type.enum, site.enum(field.type.enum)), ' as ', stored, optional]
    case 'value':
      return [linkTo(page, field.type.valueType, site.valueType(field.type.valueType)), ' as ', stored, optional]
    case 'scalar': {
      const { length, scalar } = field.type
      const most = store === 'mongo' && length !== undefined ? `, at most ${length} characters` : ''
      const said = told.has(scalar) && documentType(field) !== scalar ? ` (${scalar})` : ''
      return said + most + optional === '' ? stored : [stored, said, most, optional]
    }
    default:
      return optional === '' ? stored : [stored, optional]
  }
}

/** What a store's own type does not tell. */
const told: ReadonlySet<string> = new Set(['email', 'url', 'external_id', 'ulid', 'object_id', 'json'])

function meaning(place: FieldPlace, field: Field): Inline {
  const said: Inline[] = []
  if (field.about !== undefined) said.push(sentence(field.about))
  const target = leadsTo(place, field)
  if (target !== '') said.push(target)
  addLimits(said, field)
  addMarks(said, field)
  return sentences(said)
}

function leadsTo({ entity, page, site }: FieldPlace, field: Field): Inline {
  const { type } = field
  switch (type.kind) {
    case 'ref': {
      const target = entityNamed(site.model, type.entity)
      const to =
        type.mode === 'document' || type.holds === 'object_id' || target.postgres === undefined
          ? collectionLink(site, page, target)
          : tableLink(site, page, target)
      return [
        '→ ',
        to,
        type.holds === 'object_id' ? [', by ', code('_id')] : type.holds === 'ref_id' ? ', by public id' : '',
        '.',
      ]
    }
    case 'key':
      return entity === undefined ? '' : ['→ ', objectLink(site, page, entity, type.object), ' in S3.']
    case 'part': {
      if (entity === undefined) return ''
      return ['→ ', collectionLink(site, page, entityNamed(site.model, entity)), ', by ', code('_id'), '.']
    }
    default:
      return ''
  }
}

function addLimits(items: Inline[], field: Field): void {
  if (field.min !== undefined) items.push(['At least ', code(String(field.min)), '.'])
  if (field.max !== undefined) items.push(['At most ', code(String(field.max)), '.'])
  if (field.pattern !== undefined) items.push(['Matches ', code(field.pattern), '.'])
}

function addMarks(items: Inline[], field: Field): void {
  if (field.onUpdate === 'now') items.push('Set at every change.')
  if (field.onUpdate === 'increment') items.push('Counted up at every change.')
  if (field.immutable && !field.primary && !field.publicId) items.push('Never changes.')
  if (field.lookup === 'global') items.push('Can be looked up before the tenant is known.')
  if (field.was !== undefined) items.push(['Formerly ', code(field.was), '.'])
}
