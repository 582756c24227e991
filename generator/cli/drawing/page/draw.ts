import type { PageDocument, PageElement, PageGraphic, PageMermaid } from './dom.ts'

declare const document: PageDocument
declare const mermaid: PageMermaid
declare const stowage: { plainLabels(svg: PageElement): void; leaveOut(svg: PageElement): void }
declare const XMLSerializer: new () => { serializeToString(element: PageElement): string }

/** What the page makes of a text. */
export type PageDrawing = { readonly svg: string } | { readonly refusal: string }

/**
 * Runs in the page. Draws one text and makes a file of it: of a size of its own, so that it is shown alike in an
 * `<img>` everywhere, on a transparent ground, without HTML.
 */
export async function drawInPage(id: string, text: string): Promise<PageDrawing> {
  const { body } = document
  body.innerHTML = ''
  try {
    const { svg: drawn } = await mermaid.render(id, text)
    body.innerHTML = drawn
  } catch (error) {
    body.innerHTML = ''
    return { refusal: error instanceof Error ? error.message : String(error) }
  }
  const svg = body.querySelector('svg') as PageGraphic | null
  if (svg === null) return { refusal: 'Mermaid has drawn nothing' }
  const refusal = refusalIn(svg)
  if (refusal !== undefined) return { refusal }

  const box = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number)
  const [left = 0, top = 0, width = 0, height = 0] = box
  if (!(width > 0 && height > 0)) return { refusal: 'the picture has no size' }
  const [right, bottom] = [Math.ceil(left + width), Math.ceil(top + height)]
  const [x, y] = [Math.floor(left), Math.floor(top)]
  svg.setAttribute('viewBox', `${x} ${y} ${right - x} ${bottom - y}`)
  svg.setAttribute('width', String(right - x))
  svg.setAttribute('height', String(bottom - y))
  svg.removeAttribute('style')
  const seen = svg.getBBox()
  if (!(seen.width > 0 && seen.height > 0)) return { refusal: 'the picture is empty' }

  stowage.plainLabels(svg)
  stowage.leaveOut(svg)
  const result = new XMLSerializer().serializeToString(svg)
  body.innerHTML = ''
  return { svg: result }

  /** Mermaid draws a picture of its own where it does not want to draw ours. */
  function refusalIn(picture: PageElement): string | undefined {
    if (picture.getAttribute('aria-roledescription') === 'error' || picture.querySelector('.error-icon') !== null) {
      return picture.querySelector('.error-text')?.textContent ?? 'Mermaid has drawn an error picture'
    }
    const tooLong = 'Maximum text size in diagram exceeded'
    if (!text.includes(tooLong) && picture.textContent.includes(tooLong)) return tooLong
    return undefined
  }
}
