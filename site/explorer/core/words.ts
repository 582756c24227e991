import type { StoreName } from '../../../generator/model/entity.ts'
import type { ExplorerEntity, ExplorerLink } from '../../../generator/site/explorer-graph.ts'

export const storeTitle: Readonly<Record<StoreName, string>> = { postgres: 'PostgreSQL', mongo: 'MongoDB', s3: 'S3' }

/** What a part of each store is called. */
export const partWord: Readonly<Record<StoreName, string>> = { postgres: 'table', mongo: 'collection', s3: 'object' }

export const linkWords: Readonly<Record<ExplorerLink['kind'], string>> = {
  foreign_key: 'foreign key',
  pointer: 'pointer to another store',
  document: 'reference between documents',
  object: 'key of an object',
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/** An entity as a screen reader tells it: its name, and where it is. */
export function spokenEntity({ name, parts }: ExplorerEntity, relations: number): string {
  const where = parts.map(({ store, title }) => `${storeTitle[store]} ${partWord[store]} ${title}`)
  return `${[name, ...where].join(', ')}; ${counted(relations, 'relation', 'relations')}`
}

/** What is shown, for the eye and for the ear. */
export function shownWords(shown: number, all: number): string {
  return `${shown} of ${counted(all, 'entity', 'entities')}`
}
