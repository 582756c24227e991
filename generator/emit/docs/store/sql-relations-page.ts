import { counted } from '../../../base/plural.ts'
import { figuresOf } from '../../../figures/figures.ts'
import { hasPostgres, type Link, linksOf } from '../../../figures/relations.ts'
import type { Entity } from '../../../model/entity.ts'
import type { OnDelete } from '../../../model/field.ts'
import { recallingDomains } from '../../../model/groups.ts'
import { inPostgres, type PostgresEntity } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import { code, type Inline } from '../../../print/markdown/inline.ts'
import type { Template } from '../../../print/template/render.ts'
import { type PictureView, pictureView } from '../pictures.ts'
import { linkTo, pageLink, type Site, tableLink } from '../site.ts'
import { type Column, PrintedRows, type Table, tableOfRows } from '../table.ts'
import { templates } from '../templates.ts'
import { manyWords, sentence, sentences } from '../words.ts'

interface SqlRelationsView {
  readonly lead: Inline
  readonly all: readonly PictureView[]
  readonly chapters: readonly Chapter[]
}

interface Chapter {
  readonly id: string
  readonly name: string
  readonly entry: Inline
  readonly about: Inline
  readonly pictures: readonly PictureView[]
  readonly relations: Table | undefined
}

/** A foreign key. */
interface Row {
  readonly entity: PostgresEntity
  readonly link: Link
}

const page: Template<SqlRelationsView> = templates.named<SqlRelationsView>('relations-sql')
const here = 'entity-relations-sql'
const chaptersOf = recallingDomains<Chapter & { readonly count: number }>()

export function sqlRelationsPage(site: Site): string {
  const { model } = site
  const figures = figuresOf(model)
  const chapters = chaptersOf(model, [], (entities, { about, name }) => {
    const rows = entities.flatMap(foreignKeys(model))
    const place = site.domain(here, name)
    return {
      id: place.anchor ?? '',
      name,
      entry: linkTo(here, name, place),
      about: sentences([sentence(about), ['More on ', linkTo(here, 'its page', site.domainPage(name)), '.']]),
      pictures: (figures.sqlByDomain.get(name) ?? []).map((figure) => pictureView(site, here, figure)),
      relations: relationTable(site, rows),
      count: rows.length,
    }
  })
  return page.render({
    lead: [
      `${counted(inPostgres(model).length, 'table')} and ${counted(sum(chapters), 'foreign key')} between them. Left out are `,
      'the links to the tenant and those kept for the books, which nearly every table has. Columns and indexes are in ',
      pageLink(here, 'PostgreSQL', 'postgres'),
      '.',
    ],
    all: figures.sqlAll.map((figure) => pictureView(site, here, figure)),
    chapters: chapters.filter(({ name }) => figures.sqlByDomain.has(name)),
  })
}

function sum(chapters: readonly { readonly count: number }[]): number {
  return chapters.reduce((all, { count }) => all + count, 0)
}

function foreignKeys(model: Model): (entity: Entity) => readonly Row[] {
  return (entity) =>
    hasPostgres(entity)
      ? linksOf(model, entity.postgres)
          .filter(({ target, type }) => type.mode === 'foreign_key' && hasPostgres(target))
          .map((link) => ({ entity, link }))
      : []
}

const purgeWords: Readonly<Record<OnDelete, string>> = {
  restrict: 'held',
  cascade: 'purged with it',
  set_null: 'emptied',
}

function relationTable(site: Site, rows: readonly Row[]): Table | undefined {
  const columns: readonly Column<Row>[] = [
    ['Table', ({ entity }) => tableLink(site, here, entity)],
    [
      'By',
      ({ entity, link: { field } }) =>
        linkTo(here, code(field.physical.text), site.field(entity.name, 'postgres', field.name)),
    ],
    ['Refers to', ({ link }) => tableLink(site, here, link.target)],
    ['How many', ({ link }) => manyWords(link)],
    ['When that is purged', ({ link }) => purgeWords[link.relation.onDelete]],
  ]
  return rows.length === 0 ? undefined : tableOfRows(columns, [PrintedRows.of(rows, columns)], 'all')
}
