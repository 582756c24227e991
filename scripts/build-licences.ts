import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

interface Manifest {
  /** Its own name, whatever it is installed as. */
  readonly name: string
  readonly license: string
  readonly version: string
}

/** What is bundled of others, with their licences, which ask to be passed on with their code. */
export function licences(names: readonly string[]): string {
  return names
    .map((installedAs) => {
      const folder = folderOf(installedAs)
      const { license, name, version }: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
      const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
      return `${name} ${version}\nLicence: ${license}\nSource: https://www.npmjs.com/package/${name}/v/${version}\n${text}`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}

/** Where a package is installed; its own exports may hide its files. */
export function folderOf(name: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? []
  const found = folders.map((folder) => join(folder, name)).find((folder) => existsSync(join(folder, 'package.json')))
  if (found === undefined) throw new Error(`${name} is not installed: run npm install`)
  return found
}
