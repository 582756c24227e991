import { specFiles } from '../../generator/cli/init/spec-files.ts'
import { folderWith, read, write } from '../output/trees.ts'

/** A folder with the spec that `init` makes. */
export function freshProject(): string {
  return folderWith(specFiles)
}

/** Replaces a text in a file, which must hold it. */
export function amend(folder: string, path: string, from: string, to: string): void {
  const text = read(folder, path)
  if (text === undefined || !text.includes(from)) throw new Error(`${path} does not hold ${from}`)
  write(folder, path, text.replace(from, to))
}

export const articles = 'spec/domains/articles.yaml'
