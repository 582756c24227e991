import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sitesVariable } from './built-site.ts'
import { freshExplorer } from './explorer-bundle.ts'

/**
 * Before the first worker: the explorer, which every site has, and a folder for the sites of this run, in which none is built
 * before one is asked for. A folder that the variable names is kept with its sites, for whoever works on a test.
 */
export default async function setup(): Promise<() => void> {
  if (process.env.TEST_FULL === '1') await freshExplorer()
  if (process.env[sitesVariable] !== undefined) return () => undefined
  const folder = mkdtempSync(join(tmpdir(), 'stowage-sites-'))
  process.env[sitesVariable] = folder
  return () => {
    delete process.env[sitesVariable]
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
