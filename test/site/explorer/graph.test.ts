import { expect, test } from 'vitest'
import { explorerGraphOf } from '../../../generator/site/explorer-graph-of.ts'
import { pageAddress } from '../../../site/explorer/core/page-address.ts'
import { analyzeText } from '../../support/analyze-text.ts'
import { soundSpecs } from '../../support/sound-specs.ts'

const specs = [...soundSpecs()]

test.each(specs)(
  '%s: ids are unique, every link ends at a part that is there, every page can be linked',
  (_, model) => {
    const { domains, entities, links } = explorerGraphOf(model)
    expect(entities).toHaveLength(model.entities.length)
    const parts = new Map(entities.map(({ id, parts }) => [id, new Map(parts.map((part) => [part.id, part]))]))
    expect(parts.size).toBe(entities.length)
    const keys = new Set(domains.map(({ key }) => key))
    for (const { domain, id, page } of entities) {
      expect(id).toMatch(/^[a-z0-9-]+$/)
      expect(keys).toContain(domain)
      expect(pageAddress('/', page)).toBe(`/${page}`)
    }
    for (const { from, fromPart, id, label, to, toPart } of links) {
      expect(
        parts
          .get(from)
          ?.get(fromPart)
          ?.fields.map(({ name }) => name),
        id,
      ).toContain(label)
      expect(parts.get(to)?.has(toPart), id).toBe(true)
    }
    expect(new Set(links.map(({ id }) => id)).size).toBe(links.length)
  },
)

const { model } = analyzeText(`
enums: { Flour: { values: [rye, wheat] } }
entities:
  Recipe:
    use: [base_fields]
    postgres: { fields: { name: string(80), flour: Flour, card: ref(Card)? }, unique: [{ fields: [name] }] }
  Card:
    use: [base_fields]
    mongo: { fields: { text: text, picture: key(photo)? }, expire: { after: 90d, from: created_on } }
    s3: { objects: { photo: { bucket: photos, path: "cards/{ref_id}/{object}.png", content_type: image/png, max_size: 1mb } } }
  Loaf:
    use: [base_fields]
    postgres: { fields: { recipe: ref(Recipe), baker_name: { type: string(80), classify: pii } } }
`)

test('foreign keys, pointers to documents and keys of objects are told apart', () => {
  if (model === undefined) throw new Error('no model')
  const links = explorerGraphOf(model).links.map(({ from, fromPart, kind, label, to, toPart }) =>
    [`${from}.${fromPart}`, label, kind, `${to}.${toPart}`].join(' '),
  )
  expect(links).toEqual([
    'card.mongo picture object card.s3:photo',
    'loaf.postgres recipe_id foreign_key recipe.postgres',
    'recipe.postgres card_ref pointer card.mongo',
  ])
})

test('a part tells its keys, its classes and what holds for it as a whole', () => {
  if (model === undefined) throw new Error('no model')
  const entities = new Map(explorerGraphOf(model).entities.map((entity) => [entity.id, entity]))
  const [loaf] = entities.get('loaf')?.parts ?? []
  expect(loaf).toMatchObject({ store: 'postgres', title: 'loaves' })
  expect(loaf?.fields.find(({ name }) => name === 'recipe_id')).toMatchObject({ keys: ['FK'], common: false })
  expect(loaf?.fields.find(({ name }) => name === 'baker_name')).toMatchObject({ classify: 'pii', type: 'varchar(80)' })
  expect(loaf?.fields.find(({ name }) => name === 'created_by')).toMatchObject({ common: true })
  const recipe = entities.get('recipe')?.parts[0]?.fields
  expect(recipe?.find(({ name }) => name === 'card_ref')?.keys).toEqual(['REF'])
  const card = entities.get('card')?.parts.map(({ facts, id }) => [id, ...facts])
  expect(card).toEqual([
    ['mongo', 'expires after 90d'],
    ['s3:photo', 'bakeries/{bakery}/cards/{ref_id}/{object}.png', 'image/png'],
  ])
})

test.each(specs)('%s: a line begins at a field that is marked as its key', (_, model) => {
  const { entities, links } = explorerGraphOf(model)
  const fields = new Map(
    entities.flatMap(({ id, parts }) =>
      parts.flatMap((part) => part.fields.map((f) => [`${id}/${part.id}/${f.name}`, f])),
    ),
  )
  for (const { id, kind } of links) expect(fields.get(id)?.keys).toContain(kind === 'foreign_key' ? 'FK' : 'REF')
})
