import { type Inline, link } from '../../../print/markdown/inline.ts'
import type { Template } from '../../../print/template/render.ts'
import type { Table } from '../table.ts'
import { templates } from '../templates.ts'
import type { StoreChapter } from './store-chapters.ts'
import type { StoreRules } from './store-rules.ts'

/** The page of a store: what holds for it as a whole, and an index of what it holds. */
export interface StorePageView extends StoreRules {
  readonly title: string
  readonly trail: Inline
  readonly lead: Inline
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly lead: Inline
    readonly table: Table | undefined
  }[]
  readonly chapters: readonly StoreChapter[]
}

interface View extends StorePageView {
  readonly contents: readonly Inline[]
}

const template: Template<View> = templates.named<View>('store')

export function storePage(view: StorePageView): string {
  const { chapters, sections } = view
  return template.render({
    ...view,
    contents: [
      ...chapters.map(({ entry }) => entry),
      link('What holds for all of it', '#rules'),
      ...sections.map(({ id, title }) => link(title, `#${id}`)),
    ],
  })
}
