import { createHash } from 'node:crypto'
import { Document, isMap, isScalar, isSeq, parseDocument, visit, YAMLMap } from 'yaml'
import type { SourceFile } from '../../generator/source/source-file.ts'

/** Maps whose order a reader sees in the output, by their keys: it is the writer's to choose. */
const ordered = new Set(['fields', 'values', 'objects', 'buckets', 'allow', 'text_index', 'where'])

/** Keys that a file without a domain may hold, and that may stand in any other such file. */
const movable = ['mixins', 'types', 'enums']

/**
 * The same spec as another person might have filed it: its files under other names in other folders, included one by one
 * in another order, some from within another; its declarations and their keys in another order; what belongs to no
 * domain in files of its own. `seed` chooses among all of these. The project file comes first.
 */
export function rearranged(sources: readonly SourceFile[], seed: number): readonly SourceFile[] {
  const [project, ...others] = sources
  if (project === undefined) return []
  const documents = others.flatMap(({ text }) => divided(parseDocument(text)))
  const files = shuffled(documents, seed, (document) => String(document)).map((document, index) => {
    const path = `${'parts/'.repeat(1 + (index % 3))}${hash(`${seed} ${index}`).slice(0, 8)}.yaml`
    return { path, document }
  })
  // The last file is included by the first of the others, not by the project file.
  const [host, ...rest] = files
  const last = rest.pop()
  const root = parseDocument(project.text)
  root.set(
    'include',
    [...rest, ...(host === undefined ? [] : [host])].map(({ path }) => path),
  )
  if (host !== undefined && last !== undefined) {
    const up = '../'.repeat(host.path.split('/').length - 1)
    host.document.set('include', [`${up}${last.path}`])
  }
  return [{ path: project.path, document: root }, ...files].map(({ path, document }) => {
    reorder(document, seed)
    return { path, text: document.toString({ lineWidth: 0 }) }
  })
}

/** A document without a domain as one for each of its keys; any other as it is. */
function divided(document: Document.Parsed): readonly Document[] {
  const { contents } = document
  if (!isMap(contents) || !movable.some((key) => contents.has(key)) || contents.has('domain')) return [document]
  return contents.items.map((pair) => {
    const map = new YAMLMap()
    map.items.push(pair)
    return new Document(map)
  })
}

function reorder(document: Document, seed: number): void {
  visit(document, {
    Map(key, map, path) {
      const parent = path.at(-1)
      const name = key === 'value' && typeof parent === 'object' && 'key' in parent ? parent.key : undefined
      if (isScalar(name) && ordered.has(String(name.value))) return
      map.items = shuffled(map.items, seed, (pair) => String(pair.key))
    },
    Seq(key, sequence, path) {
      const parent = path.at(-1)
      const name = key === 'value' && typeof parent === 'object' && 'key' in parent ? parent.key : undefined
      if (isScalar(name) && name.value === 'include' && isSeq(sequence)) {
        sequence.items = shuffled(sequence.items, seed, String)
      }
    },
  })
}

function shuffled<T>(items: readonly T[], seed: number, textOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, rank: hash(`${seed} ${textOf(item)}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ item }) => item)
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
