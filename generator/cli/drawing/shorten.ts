import { shortenOutline } from './shorten-path.ts'

/**
 * The same drawing in fewer bytes, for it is committed: numbers without digits that nobody sees, boxes drawn once.
 * Texts and style rules are left alone. Takes what XMLSerializer writes, where `<` and `>` stand in no attribute.
 */
export function shortenSvg(svg: string): string {
  return joinBoxes(svg.replace(/<[A-Za-z][^<>]*>/g, (tag) => shortenTag(tag)))
}

function shortenTag(whole: string): string {
  const tag = whole.replace(/ style="([^"]*)"/, (_, style: string) => ` style="${shortenDashes(style, whole)}"`)
  const isOutline = tag.startsWith('<path') && / fill="none"/.test(tag) && !/ marker-/.test(tag)
  return tag.replace(' stroke-dasharray="0 0"', '').replace(attribute, (pair: string, name: string, value: string) => {
    if (name !== 'd') return ` ${name}="${shortNumbers(value, name === 'transform' ? 2 : 1)}"`
    const outline = isOutline && value.indexOf('M', 1) > 0 ? shortenOutline(value) : undefined
    return outline === '' ? pair : ` d="${outline ?? shortNumbers(value, 1)}"`
  })
}

/**
 * Mermaid writes down each dash of a line one by one, and forgets them where lines cross: there a dashed line would be
 * a solid one.
 */
function shortenDashes(style: string, tag: string): string {
  if (!style.includes('stroke-dasharray: 0 0')) return style
  const isDashed = / class="[^"]*edge-pattern-(dotted|dashed)/.test(tag)
  return style
    .replace(
      /stroke-dasharray: ([^;]*)/,
      (_, dashes) => `stroke-dasharray:${isDashed ? '5 4' : shortNumbers(dashes, 1)}`,
    )
    .replace(/ ?stroke-dashoffset: 0;?/, '')
    .replace(/;+/g, ';')
    .replace(/;$/, '')
}

/** Attributes that hold nothing but places and sizes. */
const attribute = / (d|points|transform|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height)="([^"]*)"/g

function shortNumbers(value: string, digits: number): string {
  return value.replace(/-?\d*\.\d+(?:e[-+]?\d+)?/gi, (number) => String(Number(Number(number).toFixed(digits)) + 0))
}

/** Mermaid draws the ground of a box and then its outline, which has the same corners: one path does for both. */
function joinBoxes(svg: string): string {
  return svg.replace(box, (whole: string, fill: string, style: string, outline: string, rest: string) =>
    rest.endsWith(style) && rest.includes(' fill="none"')
      ? `<path${outline}${rest.replace(' fill="none"', ` fill="${fill}"`)}/>`
      : whole,
  )
}

/** A ground of straight lines without a stroke of its own; a closed outline of straight lines. */
const box = new RegExp(
  [
    /<path d="[-\d. ML]*" stroke="none" stroke-width="0" fill="([^"]*)"((?: style="[^"]*")?)\/>/,
    /<path( d="M[-\d. L]*Z")([^<>]*)\/>/,
  ]
    .map(({ source }) => source)
    .join(''),
  'g',
)
