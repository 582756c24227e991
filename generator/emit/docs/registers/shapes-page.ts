import { counted } from '../../../base/plural.ts'
import { recalling } from '../../../model/memory/recalling.ts'
import type { ValueType } from '../../../model/model.ts'
import { type Inline, joined } from '../../../print/markdown/inline.ts'
import type { Template } from '../../../print/template/render.ts'
import { fieldView } from '../field-view.ts'
import type { Site } from '../site.ts'
import { type Table, tableOf } from '../table.ts'
import { templates } from '../templates.ts'
import { trail } from '../trail.ts'
import { sentence, sentences } from '../words.ts'
import { contentsByDomain, declaredIn } from './chapters.ts'
import type { Occurrence } from './occurrence.ts'
import { typeUses, usesWords } from './type-uses.ts'

interface ShapesView {
  readonly trail: Inline
  readonly lead: Inline
  readonly contents: readonly Inline[]
  readonly shapes: readonly ShapeView[]
}

interface ShapeView {
  readonly id: string
  readonly name: string
  readonly about: Inline
  readonly fields: Table | undefined
  /** Where it is used, and where it is declared. */
  readonly used: Inline
}

const template: Template<ShapesView> = templates.named<ShapesView>('register-shapes')
const page = 'shapes'
const recalled = recalling<ShapeView>()

/** Every value type: what is written and read as one within a record. */
export function shapesPage(site: Site): string {
  const { valueTypes } = site.model
  const uses = typeUses(site.model)
  return template.render({
    trail: trail(site, page, undefined, []),
    lead: [
      `${counted(valueTypes.length, 'shape')}, by name. A shape is written and read as one within the record that `,
      'holds it: a document within a document in MongoDB, JSON in a column of PostgreSQL.',
    ],
    contents: contentsByDomain(site, page, valueTypes, site.valueType),
    shapes: valueTypes.map((shape) => {
      const own = uses.get(shape.name)
      return recalled(site.model, shape.name, [shape, own], () => shapeView(site, shape, own ?? []))
    }),
  })
}

function shapeView(site: Site, shape: ValueType, uses: readonly Occurrence[]): ShapeView {
  const used = usesWords(site, page, uses)
  return {
    id: site.valueType(shape.name).anchor ?? '',
    name: shape.name,
    about: sentence(shape.about),
    fields: fieldTable(site, shape),
    used: sentences([
      used.length === 0 ? 'No field is of it.' : ['Used in ', joined(used), '.'],
      declaredIn(site, page, shape.domain),
    ]),
  }
}

function fieldTable(site: Site, { fields, name }: ValueType): Table | undefined {
  const rows = fields.map((field) =>
    fieldView({ site, page, store: 'mongo' }, field, '', site.valueTypeField(name, field.name).anchor),
  )
  return tableOf(rows, [
    ['Field', (row) => row.name],
    ['In the spec', ({ logical }) => logical],
    ['Type', ({ type }) => type],
    ['Default', (row) => row.default],
    ['Meaning', ({ meaning }) => meaning],
    ['Classified', ({ classified }) => classified],
  ])
}
