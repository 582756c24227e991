import type { Figure } from '../../figures/figure.ts'
import type { Lifecycle } from '../../model/lifecycle.ts'
import { enumNamed, type PostgresEntity } from '../../model/lookup.ts'
import { code, type Inline, joined } from '../../print/markdown/inline.ts'
import type { Site } from './site.ts'
import { physical, sentence, sentences } from './words.ts'

/** The life cycle of an entity: a picture and a table. */
export interface LifecycleView {
  readonly id: string
  readonly lead: Inline
  readonly diagram: string
  readonly states: readonly { readonly state: Inline; readonly next: Inline; readonly meaning: Inline }[]
}

export function lifecycleView(site: Site, entity: PostgresEntity, lifecycle: Lifecycle, figure: Figure): LifecycleView {
  const values = new Map(enumNamed(site.model, lifecycle.enum).values.map(({ about, name }) => [name, about]))
  return {
    id: site.lifecycle(entity.name).anchor ?? '',
    lead: [
      physical(entity.postgres, lifecycle.field),
      ' starts as ',
      code(lifecycle.start),
      ' and moves along these arrows only.',
    ],
    diagram: figure.text,
    states: lifecycle.states.map(({ about, name, to }) => ({
      state: code(name),
      next: to.length === 0 ? 'terminal' : joined(to.map(({ state }) => code(state))),
      meaning: sentences([sentence(about ?? values.get(name))]),
    })),
  }
}
