import { counted, inGroups } from '../../../../base/plural.ts'
import type { Entity, Tenancy } from '../../../../model/entity.ts'
import type { Classification } from '../../../../model/field.ts'
import { code, type Inline, isBlank, joined, lineBreak } from '../../../../print/markdown/inline.ts'
import type { Template } from '../../../../print/template/render.ts'
import { entityLink, linkTo, type Site } from '../../site.ts'
import { type Table, tableOf } from '../../table.ts'
import { templates } from '../../templates.ts'
import { trail } from '../../trail.ts'
import { sentence, sentences, storeNamesInWords } from '../../words.ts'
import { occurrenceLink, type PartOccurrence, type ShapeOccurrence, typeOf } from '../occurrence.ts'
import { type Classified, classifiedIn } from './classified.ts'
import { keptIn } from './kept.ts'
import { objectTable, undeletableTable } from './undeletable.ts'

interface PersonalDataView {
  readonly trail: Inline
  readonly lead: Inline
  readonly contents: readonly Inline[]
  readonly undeletable: Table | undefined
  readonly classes: readonly {
    readonly id: string
    readonly title: string
    readonly about: string
    readonly fields: Table | undefined
    readonly shapes: Table | undefined
  }[]
  readonly objects: Table | undefined
}

const template: Template<PersonalDataView> = templates.named<PersonalDataView>('register-personal-data')
const page = 'personal-data'

/** What may not go everywhere first; what may, last. */
const classes: readonly (readonly [Classification, string, string, string])[] = [
  ['pii', 'Personal data', 'personal', 'What tells something about a person.'],
  ['secret', 'Secrets', 'secret', 'What opens something to whoever knows it.'],
  ['internal', 'Internal', 'internal', 'What stays with those who run the system.'],
  ['public', 'Public', 'public', 'What everybody may see.'],
]

/** What is classified, where it is, how long it is kept, and what nobody can delete. */
export function personalDataPage(site: Site): string {
  const found = classifiedIn(site.model)
  const personal = found.held.get('pii') ?? []
  const undeletable = undeletableTable(site, personal)
  const objects = objectTable(site, personal)
  const told = classes.filter(([one]) => found.held.has(one) || found.inShapes.has(one))
  const contents: readonly (readonly [title: string, id: string])[] = [
    ...(undeletable === undefined ? [] : [['What nobody can delete', 'undeletable'] as const]),
    ...told.map(([, title, id]) => [title, id] as const),
    ...(objects === undefined ? [] : [['Objects of records that hold personal data', 'objects'] as const]),
  ]
  return template.render({
    trail: trail(site, page, undefined, []),
    lead: leadOf(found),
    contents: contents.map(([title, anchor]) => linkTo(page, title, { page, anchor })),
    undeletable,
    classes: told.map(([one, title, id, about]) => ({
      id,
      title,
      about,
      fields: fieldTable(site, one, found.held.get(one) ?? []),
      shapes: shapeTable(site, found.inShapes.get(one) ?? []),
    })),
    objects,
  })
}

function leadOf({ count, of, held, inShapes }: Classified): Inline {
  const numbers = classes.flatMap(([one, title]): readonly Inline[] => {
    const own = (held.get(one) ?? []).filter(({ field }) => field.classify === one).length
    const all = own + (inShapes.get(one)?.length ?? 0)
    return all === 0 ? [] : [`${title.toLowerCase()} ${inGroups(all)}`]
  })
  return [
    `Of ${counted(of, 'field')} ${inGroups(count)} are classified: `,
    joined(numbers),
    '. Of the others nobody has said how far they may go.',
  ]
}

/** What an entity holds of one class in one store: it is kept alike, and is of the same tenant. */
interface Holding {
  readonly entity: Entity
  readonly part: 'postgres' | 'mongo'
  readonly fields: readonly PartOccurrence[]
}

function fieldTable(site: Site, one: Classification, held: readonly PartOccurrence[]): Table | undefined {
  return tableOf(holdings(held), [
    ['Entity', ({ entity }) => entityLink(site, page, entity.name)],
    ['Store', ({ part }) => storeNamesInWords[part]],
    [
      'Where, and what it is',
      ({ fields }) =>
        joined(
          fields.map((field) => fieldLine(site, one, field)),
          lineBreak,
        ),
    ],
    ['How long it is kept', ({ entity, part }) => keptIn(entity, part)],
    ['Whose', ({ entity }) => (site.model.project.tenancy === undefined ? '' : whoseWords[entity.tenancy.mode])],
  ])
}

/** Fields come in the order of their entities and parts. */
function holdings(held: readonly PartOccurrence[]): readonly Holding[] {
  const found: (Holding & { readonly fields: PartOccurrence[] })[] = []
  for (const occurrence of held) {
    const { entity, part } = occurrence
    const last = found.at(-1)
    if (last?.entity === entity && last.part === part) last.fields.push(occurrence)
    else found.push({ entity, part, fields: [occurrence] })
  }
  return found
}

function fieldLine(site: Site, one: Classification, occurrence: PartOccurrence): Inline {
  const { about, classify, lookup, type } = occurrence.field
  const shape =
    classify === one || type.kind !== 'value'
      ? ''
      : ['In the shape ', linkTo(page, type.valueType, site.valueType(type.valueType)), '.']
  const told = sentences([
    sentence(about),
    shape,
    lookup === 'global' ? 'Can be looked up before the tenant is known.' : '',
  ])
  const link = occurrenceLink(site, page, occurrence)
  return isBlank(told) ? link : [link, ': ', told]
}

const whoseWords: Readonly<Record<Tenancy['mode'], string>> = {
  required: "its tenant's",
  shared: "its tenant's, or of all",
  none: 'of no tenant',
  self: 'the tenant itself',
}

function shapeTable(site: Site, held: readonly ShapeOccurrence[]): Table | undefined {
  return tableOf(held, [
    ['Shape', ({ shape }) => linkTo(page, shape.name, site.valueType(shape.name))],
    [
      'Field',
      ({ field, shape }) => linkTo(page, code(field.physical.text), site.valueTypeField(shape.name, field.name)),
    ],
    ['Type', (occurrence) => typeOf(site, page, occurrence)],
    ['What it is', ({ field }) => sentence(field.about)],
  ])
}
