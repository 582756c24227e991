import type { PageElement, PageRule, PageStyleElement } from './dom.ts'

/**
 * Runs in the page. Takes out of a drawing what is never seen: style rules that match nothing, definitions and ids that
 * nothing refers to, empty groups, and Mermaid's notes to itself. And what could act or fetch: Mermaid keeps scripts
 * out at this security level, but a file that is committed and shown does not depend on that alone.
 */
export function leaveOut(svg: PageElement): void {
  for (const element of [...svg.querySelectorAll('script, iframe, object, embed, image, animate, set')])
    element.remove()
  for (const element of [...svg.querySelectorAll('*')]) {
    for (const { name } of Array.from(element.attributes)) {
      const value = element.getAttribute(name) ?? ''
      const isNote = name.startsWith('data-') && name !== 'data-look'
      if (value === '' || isNote || acts(element, name, value)) element.removeAttribute(name)
    }
    const isEmptyBox = element.tagName === 'rect' && element.getAttribute('width') === null
    if (isEmptyBox && element.getAttribute('style') === null) element.remove()
  }
  const styles = [...svg.querySelectorAll('style')]
  for (const style of styles) pruneRules(style as PageStyleElement)
  for (let round = 0; round < 3; round += 1) {
    dropUnused()
    for (const group of [...svg.querySelectorAll('g:empty, defs:empty, style:empty')]) group.remove()
  }

  function acts(element: PageElement, name: string, value: string): boolean {
    if (name.startsWith('on') || leadsOutside(value)) return true
    if (!name.endsWith('href') || value.startsWith('#')) return false
    return element.tagName !== 'a' || !/^(https?:|mailto:|[\w./-]*$)/i.test(value)
  }

  /** Whether a style fetches something from elsewhere. */
  function leadsOutside(style: string): boolean {
    return /url\(\s*["']?(?!["'#\s])/i.test(style)
  }

  function pruneRules(style: PageStyleElement): void {
    const rules = Array.from(style.sheet?.cssRules ?? [])
    const kept = rules.filter(
      ({ selectorText, cssText }) => selectorText !== undefined && matches(selectorText) && !leadsOutside(cssText),
    )
    const text = kept.map(({ cssText }) => cssText).join('')
    style.textContent = [...rules.filter((rule) => animates(text, rule)), ...kept]
      .map(({ cssText }) =>
        cssText
          .replace(/\s*([{};])\s*/g, '$1')
          .replace(/: /g, ':')
          .replace(/;}/g, '}'),
      )
      .join('')
  }

  function animates(text: string, { name }: PageRule): boolean {
    return name !== undefined && new RegExp(`animation[^;}]*[ :]${name}\\b`).test(text)
  }

  function matches(selector: string): boolean {
    try {
      return (svg.parentElement ?? svg).querySelector(selector) !== null
    } catch {
      return true
    }
  }

  /** Ids among them: Mermaid counts some of them on from one drawing to the next. */
  function dropUnused(): void {
    const text = svg.innerHTML
    const named = new Set(Array.from(text.matchAll(/#([\w-]+)/g), ([, id]) => id))
    const endings = Array.from(text.matchAll(/\[id\$=(?:"|&quot;)([^"&\]]+)/g), ([, ending]) => ending ?? '')
    const definitions = 'marker linearGradient radialGradient filter symbol clipPath'.split(' ')
    for (const element of [...svg.querySelectorAll('[id]')]) {
      const id = element.getAttribute('id') ?? ''
      if (named.has(id)) continue
      if (definitions.includes(element.tagName)) element.remove()
      else if (!endings.some((ending) => id.endsWith(ending))) element.removeAttribute('id')
    }
  }
}
