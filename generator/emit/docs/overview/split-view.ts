import { figuresOf } from '../../../figures/figures.ts'
import { pointersOf } from '../../../figures/pointers.ts'
import type { Entity } from '../../../model/entity.ts'
import type { Field } from '../../../model/field.ts'
import { recallingRuns } from '../../../model/groups.ts'
import { entityNamed } from '../../../model/lookup.ts'
import { code, type Inline, joined, lineBreak } from '../../../print/markdown/inline.ts'
import { collectionLink, linkTo, objectLink, type Site, tableLink } from '../site.ts'
import { type Column, PrintedRows, type Table, tableOfRows } from '../table.ts'

interface SplitView {
  readonly entity: Inline
  readonly postgres: Inline
  readonly mongo: Inline
  readonly s3: Inline
}

const columns: readonly Column<SplitView>[] = [
  ['Entity', ({ entity }) => entity],
  ['PostgreSQL holds', ({ postgres }) => postgres],
  ['MongoDB holds', ({ mongo }) => mongo],
  ['S3 holds', ({ s3 }) => s3],
]

const recalled = recallingRuns<PrintedRows>()

/** Entities whose content lies in several stores: by parts of their own, or behind a pointer of their row. */
export function splitTable(site: Site): Table | undefined {
  const pieces = recalled(site.model, [], (entities) =>
    PrintedRows.of(
      entities.flatMap((entity) => splitView(site, entity)),
      columns,
    ),
  )
  return pieces.every(({ isEmpty }) => isEmpty) ? undefined : tableOfRows(columns, pieces, 'all')
}

function splitView(site: Site, entity: Entity): readonly SplitView[] {
  const { model } = site
  const pointers = pointersOf(model, entity).filter(({ part }) => part === 'postgres')
  if (!entity.split && pointers.length === 0) return []
  const label = entity.name
  const pictured = figuresOf(model).crossStore.has(label)
  return [
    {
      entity: linkTo('overview', label, pictured ? site.crossStore(label) : site.entity(label)),
      postgres: holds(entity.postgres === undefined ? '' : tableLink(site, 'overview', entity), entity.postgres),
      mongo: lines([
        holds(entity.mongo === undefined ? '' : collectionLink(site, 'overview', entity), entity.mongo),
        ...pointers.map(
          ({ field, target }): Inline => [
            'by ',
            code(field.physical.text),
            ': ',
            collectionLink(site, 'overview', target),
          ],
        ),
      ]),
      s3: lines([
        objects(site, entity),
        ...pointers.map(({ target }) => objects(site, entityNamed(model, target.name))).map(behind),
      ]),
    },
  ]
}

/** A part and its pointers: "`strategies`, with `content_ref`". */
function holds(part: Inline, fields: { readonly fields: readonly Field[] } | undefined): Inline {
  const pointers = (fields?.fields ?? []).filter(
    ({ relation, type }) =>
      type.kind === 'part' ||
      type.kind === 'key' ||
      (type.kind === 'ref' && type.mode === 'pointer' && relation?.bookkeeping !== true && type.holds === 'object_id'),
  )
  if (pointers.length === 0) return part
  return [part, ', with ', joined(pointers.map(({ physical }) => code(physical.text)))]
}

function objects(site: Site, entity: Entity): Inline {
  return joined((entity.s3?.objects ?? []).map(({ name }) => objectLink(site, 'overview', entity.name, name)))
}

function behind(objects: Inline): Inline {
  return Array.isArray(objects) && objects.length === 0 ? '' : ['behind it: ', objects]
}

function lines(items: readonly Inline[]): Inline {
  return joined(
    items.filter((item) => item !== '' && !(Array.isArray(item) && item.length === 0)),
    lineBreak,
  )
}
