import type { PageCanvas, PageDocument, PageElement, PageGraphic, PageNode, PageRect, PageStyle } from './dom.ts'

declare const document: PageDocument
declare function getComputedStyle(element: PageElement): PageStyle

/**
 * Runs in the page. Replaces the HTML in a drawing by SVG texts at the very places where the browser has put its lines:
 * HTML within SVG is shown by browsers only, and breaks its lines anew where a reader has other fonts.
 */
export function plainLabels(svg: PageElement): void {
  const space = 'http://www.w3.org/2000/svg'
  const id = svg.getAttribute('id') ?? ''
  const classes = new Map<string, string>()
  const canvas = document.createElement('canvas').getContext('2d')
  const base = getComputedStyle(svg)

  for (const foreign of [...svg.querySelectorAll('foreignObject')]) {
    if (foreign.querySelector('svg, math') !== null) {
      for (const image of [...foreign.querySelectorAll('img')]) image.remove()
      continue
    }
    // The texts will stand in its parent: it may be moved itself.
    const matrix = (foreign.parentElement as PageGraphic | null)?.getScreenCTM()
    if (matrix === null || matrix === undefined || matrix.a === 0) continue
    const local = (x: number, y: number): readonly [number, number] => [
      (x - matrix.e) / matrix.a,
      (y - matrix.f) / matrix.a,
    ]
    const parts: PageElement[] = []
    addBackgrounds(foreign, local, parts)
    addTexts(foreign, local, parts)
    foreign.replaceWith(...parts)
  }
  const sheet = document.createElementNS(space, 'style')
  sheet.textContent = [...classes].map(([style, name]) => `#${id} text.${name}{${style}}`).join('')
  if (classes.size > 0) svg.append(sheet)

  function addBackgrounds(
    foreign: PageElement,
    local: (x: number, y: number) => readonly [number, number],
    parts: PageElement[],
  ): void {
    for (const element of foreign.querySelectorAll('*')) {
      const { backgroundColor } = getComputedStyle(element)
      if (backgroundColor === 'rgba(0, 0, 0, 0)' || backgroundColor === 'transparent') continue
      const area = element.getBoundingClientRect()
      if (area.width === 0 || area.height === 0) continue
      const [x, y] = local(area.left, area.top)
      const [right, bottom] = local(area.right, area.bottom)
      const rect = document.createElementNS(space, 'rect')
      // Nested elements have the same ground twice: one is enough, unless the upper one lets the lower one through.
      const place = `${x},${y},${right},${bottom}`
      const below = parts.findIndex((part) => part.getAttribute('data-place') === place)
      if (below >= 0 && backgroundColor.startsWith('rgb(')) parts.splice(below, 1)
      rect.setAttribute('data-place', place)
      rect.setAttribute('x', String(x))
      rect.setAttribute('y', String(y))
      rect.setAttribute('width', String(right - x))
      rect.setAttribute('height', String(bottom - y))
      rect.setAttribute('style', `fill:${backgroundColor};stroke:none`)
      parts.push(rect)
    }
    for (const part of parts) part.removeAttribute('data-place')
  }

  function addTexts(
    foreign: PageElement,
    local: (x: number, y: number) => readonly [number, number],
    parts: PageElement[],
  ): void {
    for (const node of textsIn(foreign)) {
      const parent = node.parentElement
      if (parent === null) continue
      const style = getComputedStyle(parent)
      if (style.visibility === 'hidden') continue
      for (const { text, rect } of linesOf(node)) {
        const centred = style.textAlign === 'center' || style.textAlign === '-webkit-center'
        const [x, y] = local(centred ? (rect.left + rect.right) / 2 : rect.left, baselineOf(rect, style, canvas))
        const element = document.createElementNS(space, 'text')
        element.setAttribute('class', classOf(style, centred))
        element.setAttribute('x', String(x))
        element.setAttribute('y', String(y))
        element.textContent = text
        parts.push(element)
      }
    }
  }

  function* textsIn(node: PageNode): Iterable<PageNode> {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) yield child
      else yield* textsIn(child)
    }
  }

  /** The lines into which the browser has broken a text. */
  function linesOf(node: PageNode): readonly { readonly text: string; readonly rect: PageRect }[] {
    const text = node.textContent
    if (text.trim() === '') return []
    const range = document.createRange()
    const rectOf = (start: number, end: number): PageRect | undefined => {
      range.setStart(node, start)
      range.setEnd(node, end)
      return Array.from(range.getClientRects()).find((rect) => rect.width > 0)
    }
    range.setStart(node, 0)
    range.setEnd(node, text.length)
    const all = Array.from(range.getClientRects()).filter((rect) => rect.width > 0)
    const [only] = all
    if (all.length === 1 && only !== undefined) return [{ text: text.trim(), rect: only }]
    const lines: { start: number; end: number; top: number }[] = []
    let at = 0
    for (const character of text) {
      const rect = rectOf(at, at + character.length)
      const line = lines.at(-1)
      if (rect !== undefined && character.trim() !== '') {
        if (line === undefined || Math.abs(line.top - rect.top) > rect.height / 2) {
          lines.push({ start: at, end: at + character.length, top: rect.top })
        } else line.end = at + character.length
      }
      at += character.length
    }
    return lines.flatMap(({ start, end }) => {
      const rect = rectOf(start, end)
      return rect === undefined ? [] : [{ text: text.slice(start, end).trim(), rect }]
    })
  }

  function baselineOf(rect: PageRect, style: PageStyle, context: PageCanvas): number {
    context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText('x')
    return rect.top + (rect.height * up) / (up + down)
  }

  /** A class for each look that a text has, since the same few repeat in a drawing. */
  function classOf(style: PageStyle, centred: boolean): string {
    const rules = [`fill:${style.color}!important`, 'stroke:none!important', `font-size:${style.fontSize}!important`]
    rules.push(`font-weight:${style.fontWeight}!important`, `text-anchor:${centred ? 'middle' : 'start'}!important`)
    if (style.fontStyle !== 'normal') rules.push(`font-style:${style.fontStyle}`)
    if (style.fontFamily !== base.fontFamily) rules.push(`font-family:${style.fontFamily}`)
    const text = rules.join(';')
    const name = classes.get(text) ?? `t${classes.size}`
    classes.set(text, name)
    return name
  }
}
