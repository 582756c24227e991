import { counted } from '../../base/plural.ts'
import type { Figure } from '../../figures/figure.ts'
import type { Inline } from '../../print/markdown/inline.ts'
import type { Picture } from '../../print/markdown/picture.ts'
import type { PageName, Site } from './site.ts'
import { sentence, sentences } from './words.ts'

/** A picture with what a reader should know of it. */
export interface PictureView {
  readonly title: string
  readonly picture: Picture
  readonly notes: Inline
}

export function pictureView(site: Site, page: PageName, figure: Figure): PictureView {
  const { notes, text, title } = figure
  const picture: Picture = site.model.project.output.drawings
    ? { text, drawing: { path: pathTo(page, figure), alt: altText(figure) } }
    : { text }
  return { title, picture, notes: sentences(notes.map(sentence)) }
}

function pathTo(page: PageName, { path }: Figure): string {
  return `${page.includes('/') ? '../../' : '../'}diagrams/${path}`
}

/** Names that an alternative text lists before it only counts. */
const mostNamed = 12

/** What somebody misses who cannot see the picture: its title and the entities in it. */
function altText({ sources, title }: Figure): string {
  if (sources.length === 0) return `Diagram: ${title}.`
  const named = sources.slice(0, mostNamed)
  const left = sources.length - named.length
  const more = left > 0 ? ` and ${counted(left, 'entity')} more` : ''
  return `Diagram: ${title}. It shows ${named.join(', ')}${more}.`
}
