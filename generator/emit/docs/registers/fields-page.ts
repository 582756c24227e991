import { byCodeUnit } from '../../../base/order.ts'
import { counted } from '../../../base/plural.ts'
import { append } from '../../../figures/append.ts'
import type { MixinRole } from '../../../model/field.ts'
import type { Mixin } from '../../../model/model.ts'
import { anchor, code, type Inline, joined, lineBreak } from '../../../print/markdown/inline.ts'
import type { Template } from '../../../print/template/render.ts'
import { entityLink, linkTo, type Site } from '../site.ts'
import { type Table, tableOf } from '../table.ts'
import { templates } from '../templates.ts'
import { trail } from '../trail.ts'
import { sentence, storeNamesInWords } from '../words.ts'
import { type FieldNames, fieldNamesOf } from './field-names.ts'
import { type Carried, condensed, type Occurrence, occurrenceLink, typeOf } from './occurrence.ts'

interface FieldsView {
  readonly trail: Inline
  readonly lead: Inline
  readonly letters: Inline
  readonly chapters: readonly { readonly id: string; readonly letter: string; readonly table: Table | undefined }[]
  readonly stored: Table | undefined
  readonly mixins: Table | undefined
}

interface Row {
  /** The name with its anchor; empty below the first row of a name. */
  readonly name: Inline
  readonly of: Inline
  readonly stored: Inline
  readonly type: Inline
  readonly meaning: Inline
}

const template: Template<FieldsView> = templates.named<FieldsView>('register-fields')
const page = 'fields'

/** Every name of a field, and wherever it is used. */
export function fieldsPage(site: Site): string {
  const names = fieldNamesOf(site.model)
  const byLetter = new Map<string, Row[]>()
  for (const [name, occurrences] of names.occurrences) {
    for (const row of rowsOf(site, names, name, occurrences)) append(byLetter, name.slice(0, 1).toUpperCase(), row)
  }
  const letters = [...byLetter.keys()].sort(byCodeUnit)
  const stored = storedNames(names)
  return template.render({
    trail: trail(site, page, undefined, []),
    lead: [
      `${counted(names.occurrences.size, 'name')} of fields, as the spec writes them, and what they are in each store.`,
      stored.length === 0 ? '' : [' A column or a key of a document is found ', storedLink, '.'],
    ],
    letters: joined(
      letters.map((letter) => linkTo(page, letter, { page, anchor: letterAnchor(letter) })),
      ' · ',
    ),
    chapters: letters.map((letter) => ({
      id: letterAnchor(letter),
      letter,
      table: tableOf(byLetter.get(letter) ?? [], [
        ['Field', ({ name }) => name],
        ['Of', ({ of }) => of],
        ['Stored as', (row) => row.stored],
        ['Type', ({ type }) => type],
        ['Meaning', ({ meaning }) => meaning],
      ]),
    })),
    stored: tableOf(stored, [
      ['Stored as', ([text]) => code(text)],
      ['Field', ([, fields]) => joined([...fields].map((name) => nameLink(names, name)))],
    ]),
    mixins: mixinTable(site, names),
  })
}

const storedLink = linkTo(page, 'by its stored name', { page, anchor: 'stored-names' })

function letterAnchor(letter: string): string {
  return `letter-${letter.toLowerCase()}`
}

function rowsOf(site: Site, names: FieldNames, name: string, occurrences: readonly Occurrence[]): readonly Row[] {
  const { carried, single } = condensed(occurrences)
  const id = names.place(name)?.anchor ?? ''
  const rows = [
    ...carried.map((group) => carriedRow(site, names, group)),
    ...single.map((occurrence) => singleRow(site, occurrence)),
  ]
  if (rows.length === 0)
    rows.push({ of: 'no record: only a mixin that nothing uses', stored: '', type: '', meaning: '' })
  return rows.map((row, at) => ({ ...row, name: at === 0 ? [anchor(id), code(name)] : '' }))
}

function singleRow(site: Site, occurrence: Occurrence): Omit<Row, 'name'> {
  return {
    of:
      occurrence.in === 'part'
        ? entityLink(site, page, occurrence.entity.name)
        : linkTo(page, occurrence.shape.name, site.valueType(occurrence.shape.name)),
    stored: storedAs(occurrenceLink(site, page, occurrence, 'field'), occurrence),
    type: typeOf(site, page, occurrence),
    meaning: sentence(occurrence.field.about),
  }
}

/** Without its table, which the page of the entity names: the whole name would take half the row. */
function storedAs(name: Inline, occurrence: Occurrence): Inline {
  return [name, occurrence.in === 'shape' ? ' in the shape' : ` in ${storeNamesInWords[occurrence.part]}`]
}

function carriedRow(site: Site, names: FieldNames, { examples, mixin, where }: Carried): Omit<Row, 'name'> {
  const lines = (of: (occurrence: Occurrence) => Inline): Inline => joined(examples.map(of), lineBreak)
  return {
    of: [where, mixin === undefined ? ', of a tenant' : [', by ', linkTo(page, code(mixin), names.mixinPlace(mixin))]],
    stored: lines((example) => storedAs(code(example.field.physical.text), example)),
    type: lines((example) => typeOf(site, page, example)),
    meaning: sentence(examples[0]?.field.about),
  }
}

/** Names that only a store knows, with the fields that have them there; sorted. */
function storedNames(names: FieldNames): readonly (readonly [string, ReadonlySet<string>])[] {
  const found = new Map<string, Set<string>>()
  for (const [name, occurrences] of names.occurrences) {
    for (const { field } of occurrences) {
      if (field.physical.text === name) continue
      const fields = found.get(field.physical.text) ?? new Set()
      found.set(field.physical.text, fields.add(name))
    }
  }
  return [...found].sort(([a], [b]) => byCodeUnit(a, b))
}

function nameLink(names: FieldNames, name: string): Inline {
  const place = names.place(name)
  return place === undefined ? code(name) : linkTo(page, code(name), place)
}

const roleWords: Readonly<Record<MixinRole, string>> = {
  base: 'every record',
  mutable: 'records that change',
  soft_delete: 'records that are kept when deleted',
  plain: '',
}

function mixinTable(site: Site, names: FieldNames): Table | undefined {
  const users = new Map<string, number>()
  for (const { mixins } of site.model.entities) {
    for (const mixin of mixins) users.set(mixin, (users.get(mixin) ?? 0) + 1)
  }
  return tableOf<Mixin>(site.model.mixins, [
    ['Mixin', ({ name }) => [anchor(names.mixinPlace(name).anchor ?? ''), code(name)]],
    ['What it gives', ({ about }) => sentence(about)],
    ['Meant for', ({ role }) => roleWords[role]],
    ['Fields', ({ fields }) => joined(fields.map(({ name }) => nameLink(names, name)))],
    ['Used by', ({ name }) => counted(users.get(name) ?? 0, 'entity')],
  ])
}
