import type { Page } from 'playwright-core'
import { readDiagram } from '../support/mermaid.ts'

/** How much a picture shows: boxes (tables, states, participants), groups of them, and lines between them. */
export interface Shown {
  readonly kind: string
  readonly boxes: number
  readonly groups: number
  readonly lines: number
}

interface Shape {
  readonly entities?: readonly unknown[]
  readonly relations?: readonly unknown[]
  readonly vertices?: readonly unknown[]
  readonly groups?: readonly unknown[]
  readonly edges?: readonly unknown[]
  readonly states?: readonly unknown[]
  readonly moves?: readonly unknown[]
  readonly actors?: readonly unknown[]
  readonly messages?: readonly (readonly [number, number, unknown])[]
}

/** Signals have a kind of arrow; other kinds are notes, numbers, boxes and the like. */
const arrows = new Set<unknown>([0, 1, 3, 4, 5, 6, 24, 25, 33, 34])

/** What a diagram's text declares, as Mermaid's own parser reads it. */
export async function declared(text: string): Promise<Shown> {
  const { shape, type } = await readDiagram(text)
  const { actors, edges, entities, groups, messages, moves, relations, states, vertices } = shape as Shape
  return {
    kind: type,
    boxes: (entities ?? vertices ?? states ?? actors ?? []).length,
    groups: (groups ?? []).length,
    lines: (relations ?? edges ?? moves ?? messages?.filter(([, , kind]) => arrows.has(kind)) ?? []).length,
  }
}

/** What an SVG shows. `fault` where it is none, or a picture of an error. */
export interface Drawn extends Shown {
  readonly fault?: string
  /** Elements and attributes that could run or load something. */
  readonly active: readonly string[]
}

/** Reads an SVG's text in a browser, as XML, without showing it. */
export async function drawn(page: Page, svg: string): Promise<Drawn> {
  return await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'image/svg+xml')
    const count = (selector: string): number => document.querySelectorAll(selector).length
    const broken = document.querySelector('parsererror')?.textContent ?? undefined
    const error = /Maximum text size|Syntax error in text/.exec(document.documentElement.textContent ?? '')?.[0]
    const active: string[] = []
    for (const element of document.querySelectorAll('*')) {
      if (['script', 'iframe', 'object', 'embed', 'img', 'link', 'base', 'meta', 'a'].includes(element.localName))
        active.push(`<${element.localName}>`)
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name) || /javascript:/i.test(value)) active.push(`${name}="${value}"`)
        if (/href$/.test(name) && !value.startsWith('#')) active.push(`${name}="${value}"`)
      }
    }
    const fault = broken ?? error
    return {
      kind: document.documentElement.getAttribute('aria-roledescription') ?? '',
      boxes: count('g.node') + count('rect.actor-top, .actor-top:is(path, circle)'),
      groups: count('g.cluster'),
      lines: count('path.relationshipLine, path.flowchart-link, path.transition') + count('text.messageText'),
      active,
      ...(fault === undefined ? {} : { fault }),
    }
  }, svg)
}
