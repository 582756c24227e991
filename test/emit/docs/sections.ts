import type { OutputFile } from '../../../generator/emit/emitter.ts'

export type Pages = readonly OutputFile[]

/** The page of an entity. */
export function textOf(pages: Pages, entity: string): string {
  return pages.find(({ path, sources }) => path.startsWith('docs/entities/') && sources[0] === entity)?.text ?? ''
}

/** The part of an entity's page from an anchor on a line of its own to the next one. */
export function sectionOf(pages: Pages, entity: string, anchor: string): string {
  const text = textOf(pages, entity)
  const start = text.indexOf(`\n<a id="${anchor}"></a>\n`)
  if (start === -1) return ''
  const end = text.slice(start + 1).search(/\n<a id="[^"]*"><\/a>\n/)
  return text.slice(start, end === -1 ? undefined : start + 1 + end)
}
