import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of this package: two above this file, both in the sources and in the published build. */
export const packageFolder: string = fileURLToPath(new URL('../../', import.meta.url))

/** The version of this package. */
export function packageVersion(): string {
  const data: unknown = JSON.parse(readFileSync(`${packageFolder}/package.json`, 'utf8'))
  const version = typeof data === 'object' && data !== null && 'version' in data ? data.version : undefined
  return typeof version === 'string' ? version : '0.0.0'
}
