/**
 * The little of a browser's DOM that the functions in this folder use. They run in the page, so that each of them must
 * stand by itself: it is sent as text and sees no import and no neighbour.
 */
export interface PageElement extends PageNode {
  readonly tagName: string
  readonly children: ArrayLike<PageElement>
  readonly attributes: ArrayLike<{ readonly name: string }>
  innerHTML: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  closest(selector: string): PageElement | null
  append(...nodes: readonly PageNode[]): void
  replaceWith(...nodes: readonly PageNode[]): void
  remove(): void
  getBoundingClientRect(): PageRect
}

export interface PageNode {
  readonly nodeType: number
  readonly parentElement: PageElement | null
  readonly childNodes: Iterable<PageNode>
  textContent: string
}

export interface PageRect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly width: number
  readonly height: number
}

export interface PageStyle {
  readonly color: string
  readonly backgroundColor: string
  readonly fontSize: string
  readonly fontStyle: string
  readonly fontWeight: string
  readonly fontFamily: string
  readonly textAlign: string
  readonly visibility: string
}

export interface PageMatrix {
  readonly a: number
  readonly e: number
  readonly f: number
}

/** An `svg` in the page, or something that is drawn in it. */
export interface PageGraphic extends PageElement {
  getScreenCTM(): PageMatrix | null
  getBBox(): { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

export interface PageRule {
  readonly cssText: string
  readonly selectorText?: string
  /** Of `@keyframes`. */
  readonly name?: string
}

export interface PageStyleElement extends PageElement {
  readonly sheet: { readonly cssRules: ArrayLike<PageRule> } | null
}

export interface PageRange {
  setStart(node: PageNode, offset: number): void
  setEnd(node: PageNode, offset: number): void
  getClientRects(): ArrayLike<PageRect>
}

export interface PageDocument {
  readonly body: PageElement
  createElement(name: 'canvas'): { getContext(kind: '2d'): PageCanvas }
  createElementNS(space: string, name: string): PageElement
  createRange(): PageRange
}

export interface PageCanvas {
  font: string
  measureText(text: string): { readonly fontBoundingBoxAscent: number; readonly fontBoundingBoxDescent: number }
}

export interface PageMermaid {
  initialize(options: object): void
  render(id: string, text: string): Promise<{ readonly svg: string }>
}
