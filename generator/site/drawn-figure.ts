import { htmlAttribute } from '../print/markdown/escape.ts'

/** A diagram as it was drawn, for a light and for a dark page. */
export interface Drawing {
  readonly light: string
  readonly dark: string
}

/** The pictures of a page, as the emitters print them and nothing else. */
const picture = /^<picture><source [^>]*><img src="([^"]*)" alt="([^"]*)"><\/picture>$/

/** The target and the alternative text of a block that is a picture; both as in HTML. */
export function pictureOf(html: string): { readonly target: string; readonly alt: string } | undefined {
  const [, target, alt] = picture.exec(html.trim()) ?? []
  return target === undefined || alt === undefined ? undefined : { target: unescapeHtml(target), alt }
}

/**
 * Both drawings of a diagram; the style sheet shows the one that suits the theme, and since they are lazy the other one is
 * never loaded. `alt` is HTML already. A script makes a button of the link.
 */
export function figureHtml(address: string, alt: string, drawing: Drawing): string {
  const image = (mode: keyof Drawing, file: string): string => {
    const { height, width } = sizeOf(drawing[mode])
    return `<img class="drawing-${mode}" src="${htmlAttribute(file)}" alt="${alt}" width="${width}" height="${height}" loading="lazy" decoding="async">`
  }
  const light = `${address}.svg`
  return [
    `<figure class="drawing not-content"><a class="drawing-link" href="${htmlAttribute(light)}">`,
    image('light', light),
    image('dark', `${address}.dark.svg`),
    '</a></figure>',
  ].join('')
}

interface Size {
  readonly width: number
  readonly height: number
}

/** The size that a drawing asks for, from its `viewBox`: width and height keep a page from jumping while it loads. */
function sizeOf(svg: string): Size {
  const [, box = ''] = /^[^>]*?<svg[^>]*?\sviewBox="([^"]*)"/s.exec(svg) ?? []
  const [, , width = 0, height = 0] = box
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  return { width: whole(width, 800), height: whole(height, 600) }
}

function whole(value: number, otherwise: number): number {
  return Number.isFinite(value) && value >= 1 ? Math.round(value) : otherwise
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}
