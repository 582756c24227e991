import { htmlAttribute, mdTarget } from './escape.ts'

/** A diagram within a page: its text, or drawings of it where there are any. */
export interface Picture {
  /** The text of the diagram, with a line end. Its printer lets no backtick through. */
  readonly text: string
  readonly drawing?: {
    /** Where the drawings and the text are, seen from the page, without an extension. */
    readonly path: string
    /** What the picture shows, for who cannot see it. */
    readonly alt: string
  }
}

/** A block of its own: a fence that code hosts draw, or the picture for a light or a dark page and where its text is. */
export function printPicture({ drawing, text }: Picture): string {
  if (drawing === undefined) return `\`\`\`mermaid\n${text}\`\`\``
  const file = (end: string): string => htmlAttribute(mdTarget(`${drawing.path}${end}`))
  const dark = `<source media="(prefers-color-scheme: dark)" srcset="${file('.dark.svg')}">`
  const light = `<img src="${file('.svg')}" alt="${htmlAttribute(drawing.alt)}">`
  return `<picture>${dark}${light}</picture>\n\n[Text of this diagram](${mdTarget(`${drawing.path}.mmd`)})`
}
