import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** How many pages a site has, and how many bytes in all its files. */
export function siteSize(folder: string): { readonly pages: number; readonly bytes: number } {
  let pages = 0
  let bytes = 0
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    if (entry.name.endsWith('.html')) pages += 1
    bytes += statSync(join(entry.parentPath, entry.name)).size
  }
  return { pages, bytes }
}
