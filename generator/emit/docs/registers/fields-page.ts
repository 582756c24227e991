import { byCodeUnit } from '../../../base/order.ts'
import { counted } from '../../../base/plural.ts'
import { append } from '../../../figures/append.ts'
import type { MixinRole } from '../../../model/field.ts'
import { recallingRuns } from '../../../model/groups.ts'
import type { Mixin } from '../../../model/model.ts'
import { anchor, code, type Inline, joined, lineBreak } from '../../../print/markdown/inline.ts'
import type { Template } from '../../../print/template/render.ts'
import { entityLink, linkTo, type Site } from '../site.ts'
import { type Column, PrintedRows, type Table, tableOf, tableOfRows } from '../table.ts'
import { templates } from '../templates.ts'
import { trail } from '../trail.ts'
import { sentence, storeNamesInWords } from '../words.ts'
import { type FieldNames, fieldNamesOf, fieldPlaces } from './field-names.ts'
import {
  type Carried,
  inEntities,
  inShapes,
  type Occurrence,
  Occurrences,
  occurrenceLink,
  typeOf,
} from './occurrence.ts'

interface FieldsView {
  readonly trail: Inline
  readonly lead: Inline
  readonly letters: Inline
  readonly chapters: readonly { readonly id: string; readonly letter: string; readonly table: Table | undefined }[]
  readonly stored: Table | undefined
  readonly mixins: Table | undefined
}

interface Row {
  readonly of: Inline
  readonly stored: Inline
  readonly type: Inline
  readonly meaning: Inline
}

const template: Template<FieldsView> = templates.named<FieldsView>('register-fields')
const page = 'fields'

/** The first of a name's rows gets the name and its anchor. */
const columns: readonly Column<Row>[] = [
  ['Field', () => ''],
  ['Of', ({ of }) => of],
  ['Stored as', ({ stored }) => stored],
  ['Type', ({ type }) => type],
  ['Meaning', ({ meaning }) => meaning],
]

/** What some of the spec has of one name. */
interface Named {
  readonly found: Occurrences
  /** Of those that stand for themselves. */
  readonly rows: PrintedRows
  /** Other names that only a store knows. */
  readonly stored: ReadonlySet<string>
}

const recalled = recallingRuns<ReadonlyMap<string, Named>>()

/** Every name of a field, and wherever it is used. */
export function fieldsPage(site: Site): string {
  const { model } = site
  const places = fieldPlaces(model)
  const byName = new Map<string, Named[]>([...places.keys()].map((name) => [name, []]))
  const pieces = recalled(model, [], (entities) => namedIn(site, inEntities(entities)))
  for (const piece of [...pieces, namedIn(site, inShapes(model.valueTypes))]) {
    for (const [name, named] of piece) byName.get(name)?.push(named)
  }
  const names = fieldNamesOf(model)
  const byLetter = new Map<string, PrintedRows[]>()
  for (const [name, { anchor: id = '' }] of places) {
    let heading: Inline = [anchor(id), code(name)]
    for (const rows of rowsOf(site, names, byName.get(name) ?? [])) {
      if (rows.isEmpty) continue
      append(byLetter, name.slice(0, 1).toUpperCase(), heading === '' ? rows : rows.beginningWith(heading))
      heading = ''
    }
  }
  const letters = [...byLetter.keys()].sort(byCodeUnit)
  const stored = storedNames(byName)
  return template.render({
    trail: trail(site, page, undefined, []),
    lead: [
      `${counted(places.size, 'name')} of fields, as the spec writes them, and what they are in each store.`,
      stored.length === 0 ? '' : [' A column or a key of a document is found ', storedLink, '.'],
    ],
    letters: joined(
      letters.map((letter) => linkTo(page, letter, { page, anchor: letterAnchor(letter) })),
      ' · ',
    ),
    chapters: letters.map((letter) => ({
      id: letterAnchor(letter),
      letter,
      table: tableOfRows(columns, byLetter.get(letter) ?? []),
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

function namedIn(site: Site, occurrences: readonly Occurrence[]): ReadonlyMap<string, Named> {
  const found = new Map<string, { readonly found: Occurrences; readonly stored: Set<string> }>()
  for (const occurrence of occurrences) {
    const { name, physical } = occurrence.field
    const known = found.get(name) ?? { found: new Occurrences(), stored: new Set<string>() }
    found.set(name, known)
    known.found.add(occurrence)
    if (physical.text !== name) known.stored.add(physical.text)
  }
  const named = new Map<string, Named>()
  for (const [name, known] of found) named.set(name, { ...known, rows: singleRows(site, known.found.own) })
  return named
}

/** The rows of a name: what very many records carry, what stands for itself, and what a few records have from a mixin. */
function rowsOf(site: Site, names: FieldNames, named: readonly Named[]): readonly PrintedRows[] {
  const all = new Occurrences()
  for (const { found } of named) all.addGroups(found)
  const carried = all.carried().map((group) => carriedRow(site, names, group))
  const few = all.few()
  if (named.length === 0) return [PrintedRows.of([unused], columns)]
  return [PrintedRows.of(carried, columns), ...named.map(({ rows }) => rows), singleRows(site, few)]
}

const unused: Row = { of: 'no record: only a mixin that nothing uses', stored: '', type: '', meaning: '' }

function singleRows(site: Site, occurrences: readonly Occurrence[]): PrintedRows {
  return PrintedRows.of(
    occurrences.map((occurrence) => singleRow(site, occurrence)),
    columns,
  )
}

function singleRow(site: Site, occurrence: Occurrence): Row {
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

function carriedRow(site: Site, names: FieldNames, { examples, mixin, where }: Carried): Row {
  const lines = (of: (occurrence: Occurrence) => Inline): Inline => joined(examples.map(of), lineBreak)
  return {
    of: [where, mixin === undefined ? ', of a tenant' : [', by ', linkTo(page, code(mixin), names.mixinPlace(mixin))]],
    stored: lines((example) => storedAs(code(example.field.physical.text), example)),
    type: lines((example) => typeOf(site, page, example)),
    meaning: sentence(examples[0]?.field.about),
  }
}

/** Names that only a store knows, with the fields that have them there; sorted. */
function storedNames(
  byName: ReadonlyMap<string, readonly Named[]>,
): readonly (readonly [string, ReadonlySet<string>])[] {
  const found = new Map<string, Set<string>>()
  for (const [name, pieces] of byName) {
    for (const { stored } of pieces) {
      for (const text of stored) {
        const fields = found.get(text) ?? new Set()
        found.set(text, fields.add(name))
      }
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
