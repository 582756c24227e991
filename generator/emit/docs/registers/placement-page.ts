import { counted } from '../../../base/plural.ts'
import { append } from '../../../figures/append.ts'
import { type Entity, type StoreName, storeNames } from '../../../model/entity.ts'
import { code, type Inline, joined, lineBreak } from '../../../print/markdown/inline.ts'
import type { Template } from '../../../print/template/render.ts'
import { collectionLink, entityLink, linkTo, objectLink, pageLink, type Site, tableLink } from '../site.ts'
import { type Table, tableOf } from '../table.ts'
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
  const { domains, entities, project } = site.model
  const used = storeNames.filter((store) => entities.some((entity) => entity[store] !== undefined))
  const byDomain = new Map<string, Entity[]>()
  for (const entity of entities) append(byDomain, entity.domain, entity)
  const sorted = domains.flatMap(({ name }) => byDomain.get(name) ?? [])
  const split = entities.filter((entity) => entity.split).length
  return template.render({
    trail: trail(site, page, undefined, used),
    lead: [
      `${counted(entities.length, 'entity')} over `,
      joined(used.map((store) => pageLink(page, storeNamesInWords[store], store))),
      split === 0 ? '; none is split.' : `; ${split.toLocaleString('en-US')} of them split over several.`,
    ],
    rules: tableOf(project.placement, [
      ['What', ({ when }) => sentence(when)],
      ['Store', ({ store }) => storeNamesInWords[store]],
    ]),
    counts: counts(site, byDomain, used),
    matrix: matrix(site, sorted, used),
    reasons: reasons(site, sorted),
  })
}

function matrix(site: Site, entities: readonly Entity[], used: readonly StoreName[]): Table | undefined {
  return tableOf(entities, [
    ['Entity', ({ name }) => entityLink(site, page, name)],
    ['Domain', ({ domain }) => linkTo(page, domain, site.domainPage(domain))],
    ...used.map((store) => [storeNamesInWords[store], (entity: Entity) => cell(site, entity, store)] as const),
    ['Split', ({ split }) => (split ? 'split' : '')],
  ])
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

function reasons(site: Site, entities: readonly Entity[]): Table | undefined {
  const told = entities.flatMap((entity) =>
    storesOf(entity).flatMap((store) => {
      const why = entity[store]?.why
      return why === undefined ? [] : [{ entity, store, why }]
    }),
  )
  return tableOf(told, [
    ['Entity', ({ entity }) => entityLink(site, page, entity.name)],
    ['Store', ({ store }) => storeNamesInWords[store]],
    ['Why there', ({ why }) => why],
  ])
}

interface Count {
  readonly name: Inline
  readonly entities: readonly Entity[]
}

function counts(
  site: Site,
  byDomain: ReadonlyMap<string, readonly Entity[]>,
  used: readonly StoreName[],
): Table | undefined {
  const rows = site.model.domains.flatMap(({ name }): readonly Count[] => {
    const entities = byDomain.get(name)
    return entities === undefined ? [] : [{ name: linkTo(page, name, site.domainPage(name)), entities }]
  })
  const all: readonly Count[] = rows.length > 1 ? [{ name: 'All', entities: site.model.entities }] : []
  const number = (entities: readonly Entity[]): string =>
    entities.length === 0 ? '' : entities.length.toLocaleString('en-US')
  return tableOf(
    [...rows, ...all],
    [
      ['Domain', ({ name }) => name],
      ['Entities', ({ entities }) => number(entities)],
      ...used.map((store) => {
        const inStore = ({ entities }: Count): string =>
          number(entities.filter((entity) => entity[store] !== undefined))
        return [storeNamesInWords[store], inStore] as const
      }),
      ['Objects', ({ entities }) => objects(entities)],
      ['Split', ({ entities }) => number(entities.filter(({ split }) => split))],
    ],
  )
}

function objects(entities: readonly Entity[]): string {
  const count = entities.reduce((sum, { s3 }) => sum + (s3?.objects.length ?? 0), 0)
  return count === 0 ? '' : counted(count, 'kind')
}
