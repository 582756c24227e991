import { readFileSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { globSync } from 'tinyglobby'
import { type ContentsGroup, parseContents } from '../../site/contents.ts'
import { UserError } from '../user-error.ts'
import { markerFile } from './publish.ts'

/** What a folder of handwritten pages holds. */
export interface WrittenPages {
  /** The folder, posix and relative to the project's. */
  readonly folder: string
  readonly written: readonly { readonly path: string; readonly text: string }[]
  readonly contents: readonly ContentsGroup[]
  readonly assets: readonly string[]
}

/** What a page may show besides text. */
const shown = /[.](?:png|jpe?g|gif|svg|webp|avif|mp4|webm|pdf|json|ya?ml|txt|csv|sql)$/i

/**
 * Reads the handwritten pages, those of folders below too, in the order of their paths; not a site built among them.
 * @throws UserError where there is no such folder within the project
 */
export function readWrittenPages(project: string, wish: string | undefined): WrittenPages {
  if (wish === undefined) return { folder: '', written: [], contents: [], assets: [] }
  const absolute = resolve(project, wish)
  if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UserError(`there is no folder ${JSON.stringify(wish)} with pages`)
  }
  const folder = relative(realpathSync(project), realpathSync(absolute))
  if (folder.split(sep)[0] === '..' || isAbsolute(folder)) {
    throw new UserError(`the folder of the pages ${JSON.stringify(wish)} lies outside the project's folder`)
  }
  const options = { cwd: absolute, onlyFiles: true, followSymbolicLinks: false, ignore: ['**/node_modules/**'] }
  const found = (pattern: string): readonly string[] =>
    globSync(pattern, options).map((path) => path.split(sep).join('/'))
  const sites = found(`**/${markerFile}`).map((path) => path.slice(0, -markerFile.length))
  const files = found('**/*')
    .filter((path) => !sites.some((site) => path.startsWith(site)))
    .sort()
  const pages = files.filter((path) => /[.]md$/i.test(path))
  const contentsPath = join(absolute, 'contents.yaml')
  const posix = folder.split(sep).join('/')
  return {
    folder: posix,
    written: pages.map((path) => ({ path, text: readFileSync(join(absolute, path), 'utf8') })),
    contents: files.includes('contents.yaml')
      ? parseContents(readFileSync(contentsPath, 'utf8'), `${posix}/contents.yaml`, new Set(pages))
      : [],
    assets: files.filter((path) => shown.test(path) && path !== 'contents.yaml'),
  }
}
