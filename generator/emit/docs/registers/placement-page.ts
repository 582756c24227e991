import { counted, inGroups } from '../../../base/plural.ts'
import { type Entity, type StoreName, storeNames } from '../../../model/entity.ts'
import { recallingDomains } from '../../../model/groups.ts'
import { code, type Inline, joined, lineBreak } from '../../../print/markdown/inline.ts'
import type { Template } from '../../../print/template/render.ts'
import { collectionLink, entityLink, linkTo, objectLink, pageLink, type Site, tableLink } from '../site.ts'
import { type Column, PrintedRows, type Table, tableOf, tableOfRows } from '../table.ts'
import { templates } from '../templates.ts'
import { trail } from '../trail.ts'
import { sentence, storeNamesInWords, storesOf } from '../words.ts'

interface PlacementView {
  readonly trail: Inline
  readonly lead: Inline
  readonly rules: Table | undefined
  readonly counts: Table | undefined
  readonly matrix: Table | undefined
  readonly reasons: Table | undefined
}

const template: Template<PlacementView> = templates.named<PlacementView>('register-placement')
const page = 'placement'

/** Which entity is in which store, and why. */
export function placementPage(site: Site): string {
  const { entities, project } = site.model
  const used = storeNames.filter((store) => entities.some((entity) => entity[store] !== undefined))
  const sections = recalled(site.model, [used.join()], (own, { name }) => sectionOf(site, name, own, used))
  const split = entities.filter((entity) => entity.split).length
  return template.render({
    trail: trail(site, page, undefined, used),
    lead: [
      `${counted(entities.length, 'entity')} over `,
      joined(used.map((store) => pageLink(page, storeNamesInWords[store], store))),
      split === 0 ? '; none is split.' : `; ${inGroups(split)} of them split over several.`,
    ],
    rules: tableOf(project.placement, [
      ['What', ({ when }) => sentence(when)],
      ['Store', ({ store }) => storeNamesInWords[store]],
    ]),
    counts: counts(site, sections, used),
    matrix: tableOfRows(
      matrixColumns(site, used),
      sections.map(({ matrix }) => matrix),
    ),
    reasons: tableOfRows(
      reasonColumns(site),
      sections.map(({ reasons }) => reasons),
    ),
  })
}

/** What the page says of a domain. */
interface Section {
  readonly count: Count
  readonly matrix: PrintedRows
  readonly reasons: PrintedRows
}

const recalled = recallingDomains<Section>()

function sectionOf(site: Site, domain: string, own: readonly Entity[], used: readonly StoreName[]): Section {
  const reasons = own.flatMap((entity) =>
    storesOf(entity).flatMap((store) => {
      const why = entity[store]?.why
      return why === undefined ? [] : [{ entity, store, why }]
    }),
  )
  return {
    count: { name: linkTo(page, domain, site.domainPage(domain)), ...countsOf(own) },
    matrix: PrintedRows.of(own, matrixColumns(site, used)),
    reasons: PrintedRows.of(reasons, reasonColumns(site)),
  }
}

function matrixColumns(site: Site, used: readonly StoreName[]): readonly Column<Entity>[] {
  return [
    ['Entity', ({ name }) => entityLink(site, page, name)],
    ['Domain', ({ domain }) => linkTo(page, domain, site.domainPage(domain))],
    ...used.map((store) => [storeNamesInWords[store], (entity: Entity) => cell(site, entity, store)] as const),
    ['Split', ({ split }) => (split ? 'split' : '')],
  ]
}

/** What an entity has in a store: `✓` and its name there. */
function cell(site: Site, entity: Entity, store: StoreName): Inline {
  if (entity[store] === undefined) return ''
  switch (store) {
    case 'postgres':
      return ['✓ ', tableLink(site, page, entity)]
    case 'mongo':
      return ['✓ ', collectionLink(site, page, entity)]
    case 's3':
      return joined(
        (entity.s3?.objects ?? []).map(({ bucket, name }): Inline => {
          return [
            '✓ ',
            objectLink(site, page, entity.name, name),
            ' in ',
            linkTo(page, code(bucket), site.bucket(bucket)),
          ]
        }),
        lineBreak,
      )
  }
}

interface Reason {
  readonly entity: Entity
  readonly store: StoreName
  readonly why: string
}

function reasonColumns(site: Site): readonly Column<Reason>[] {
  return [
    ['Entity', ({ entity }) => entityLink(site, page, entity.name)],
    ['Store', ({ store }) => storeNamesInWords[store]],
    ['Why there', ({ why }) => why],
  ]
}

interface Count {
  readonly name: Inline
  readonly entities: number
  readonly inStore: Readonly<Record<StoreName, number>>
  readonly objects: number
  readonly split: number
}

function countsOf(entities: readonly Entity[]): Omit<Count, 'name'> {
  const inStore: Record<StoreName, number> = { postgres: 0, mongo: 0, s3: 0 }
  let objects = 0
  let split = 0
  for (const entity of entities) {
    for (const store of storesOf(entity)) inStore[store] += 1
    objects += entity.s3?.objects.length ?? 0
    if (entity.split) split += 1
  }
  return { entities: entities.length, inStore, objects, split }
}

function counts(site: Site, sections: readonly Section[], used: readonly StoreName[]): Table | undefined {
  const rows = sections.map(({ count }) => count)
  const all: readonly Count[] = rows.length > 1 ? [{ name: 'All', ...countsOf(site.model.entities) }] : []
  const number = (count: number): string => (count === 0 ? '' : inGroups(count))
  return tableOf(
    [...rows, ...all],
    [
      ['Domain', ({ name }) => name],
      ['Entities', ({ entities }) => number(entities)],
      ...used.map((store) => [storeNamesInWords[store], ({ inStore }: Count) => number(inStore[store])] as const),
      ['Objects', ({ objects }) => (objects === 0 ? '' : counted(objects, 'kind'))],
      ['Split', ({ split }) => number(split)],
    ],
  )
}
