import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import { globSync } from 'tinyglobby'
import type { CopiedFile } from '../../site/page.ts'
import { packageFolder } from '../package-folder.ts'

/** The files of the site that are the same for every spec, from this package. */
export function themeFiles(): readonly CopiedFile[] {
  return [...below(join(packageFolder, 'site/theme'), ''), ...explorerFiles()]
}

/** Whether this package was built with its explorer. */
export function hasExplorer(): boolean {
  return existsSync(join(explorerFolder, 'app.js'))
}

const explorerFolder = join(packageFolder, 'dist/site/explorer')

function explorerFiles(): readonly CopiedFile[] {
  return hasExplorer() ? below(explorerFolder, 'public/explorer/') : []
}

function below(folder: string, to: string): readonly CopiedFile[] {
  return globSync('**/*', { cwd: folder, onlyFiles: true, dot: true })
    .map((path) => path.split(sep).join('/'))
    .sort()
    .filter((path) => isWanted(`${to}${path}`))
    .map((path) => ({ from: join(folder, path), to: `${to}${path}` }))
}

/** The bundle's own page is for whoever works on it; here it stands in a page of the site. */
function isWanted(path: string): boolean {
  if (path === 'public/explorer/index.html') return false
  return hasExplorer() || path !== 'src/pages/explorer.astro'
}
