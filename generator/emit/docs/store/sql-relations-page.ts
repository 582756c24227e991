import { counted } from '../../../base/plural.ts'
import { figuresOf } from '../../../figures/figures.ts'
import { hasPostgres, linksOf } from '../../../figures/relations.ts'
import { inPostgres } from '../../../model/lookup.ts'
import { code, type Inline } from '../../../print/markdown/inline.ts'
import type { Template } from '../../../print/template/render.ts'
import { type PictureView, pictureView } from '../pictures.ts'
import { linkTo, pageLink, type Site, tableLink } from '../site.ts'
import { templates } from '../templates.ts'
import { sentence, sentences } from '../words.ts'

interface SqlRelationsView {
  readonly lead: Inline
  readonly all: readonly PictureView[]
  readonly chapters: readonly {
    readonly id: string
    readonly name: string
    readonly entry: Inline
    readonly about: Inline
    readonly pictures: readonly PictureView[]
    readonly relations: readonly {
      readonly from: Inline
      readonly by: Inline
      readonly to: Inline
      readonly many: string
      readonly purge: string
    }[]
  }[]
}

const page: Template<SqlRelationsView> = templates.named<SqlRelationsView>('relations-sql')
const here = 'entity-relations-sql'

export function sqlRelationsPage(site: Site): string {
  const { model } = site
  const figures = figuresOf(model)
  const relations = new Map<string, SqlRelationsView['chapters'][number]['relations'][number][]>()
  let count = 0
  for (const entity of inPostgres(model)) {
    const lines = relations.get(entity.domain) ?? []
    relations.set(entity.domain, lines)
    for (const { field, relation, target, type } of linksOf(model, entity.postgres)) {
      if (type.mode !== 'foreign_key' || !hasPostgres(target)) continue
      count += 1
      lines.push({
        from: tableLink(site, here, entity),
        by: linkTo(here, code(field.physical.text), site.field(entity.name, 'postgres', field.name)),
        to: tableLink(site, here, target),
        many: `${relation.inverse?.single === true ? 'at most one' : 'many'} to ${field.optional ? 'one or none' : 'one'}`,
        purge: { restrict: 'held', cascade: 'purged with it', set_null: 'emptied' }[relation.onDelete],
      })
    }
  }
  return page.render({
    lead: [
      `${counted(inPostgres(model).length, 'table')} and ${counted(count, 'foreign key')} between them. Left out are `,
      'the links to the tenant and those kept for the books, which nearly every table has. Columns and indexes are in ',
      pageLink(here, 'PostgreSQL', 'postgres'),
      '.',
    ],
    all: figures.sqlAll.map((figure) => pictureView(site, here, figure)),
    chapters: model.domains.flatMap(({ about, name }) => {
      const pictures = figures.sqlByDomain.get(name)
      if (pictures === undefined) return []
      const place = site.domain(here, name)
      return [
        {
          id: place.anchor ?? '',
          name,
          entry: linkTo(here, name, place),
          about: sentences([sentence(about), ['More on ', linkTo(here, 'its page', site.domainPage(name)), '.']]),
          pictures: pictures.map((figure) => pictureView(site, here, figure)),
          relations: relations.get(name) ?? [],
        },
      ]
    }),
  })
}
