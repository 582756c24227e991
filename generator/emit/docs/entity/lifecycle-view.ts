import type { Figure } from '../../../figures/figure.ts'
import type { Lifecycle } from '../../../model/lifecycle.ts'
import { enumNamed, type PostgresEntity } from '../../../model/lookup.ts'
import { code, type Inline, joined } from '../../../print/markdown/inline.ts'
import { type PictureView, pictureView } from '../pictures.ts'
import { linkTo, type Site } from '../site.ts'
import { type Table, tableOf } from '../table.ts'
import { physical, sentence } from '../words.ts'

/** The life cycle of an entity: a picture and a table. */
export interface LifecycleView {
  readonly id: string
  readonly lead: Inline
  readonly picture: PictureView
  readonly states: Table | undefined
}

export function lifecycleView(site: Site, entity: PostgresEntity, lifecycle: Lifecycle, figure: Figure): LifecycleView {
  const { page } = site.entity(entity.name)
  const values = new Map(enumNamed(site.model, lifecycle.enum).values.map(({ about, name }) => [name, about]))
  return {
    id: site.lifecycle(entity.name).anchor ?? '',
    lead: [
      linkTo(page, physical(entity.postgres, lifecycle.field), site.field(entity.name, 'postgres', lifecycle.field)),
      ', a ',
      linkTo(page, lifecycle.enum, site.enum(lifecycle.enum)),
      ', starts as ',
      code(lifecycle.start),
      ' and moves along these arrows only.',
    ],
    // The sentence above says what the note of the drawing does.
    picture: { ...pictureView(site, page, figure), notes: '' },
    states: tableOf(lifecycle.states, [
      ['State', ({ name }) => linkTo(page, code(name), site.enumValue(lifecycle.enum, name))],
      [
        'May become',
        ({ to }) => (to.length === 0 ? 'nothing: it is the end' : joined(to.map(({ state }) => code(state)))),
      ],
      ['Meaning', ({ about, name }) => sentence(about ?? values.get(name))],
    ]),
  }
}
