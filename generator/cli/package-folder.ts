import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of this package: two above this file, both in the sources and in the published build. */
export const packageFolder: string = fileURLToPath(new URL('../../', import.meta.url))

/** The version of this package. */
export function packageVersion(): string {
  return packageText('version') ?? '0.0.0'
}

/** Where this package is at home; undefined where it does not say. */
export function packageHomepage(): string | undefined {
  return packageText('homepage')
}

function packageText(key: 'version' | 'homepage'): string | undefined {
  const data: unknown = JSON.parse(readFileSync(`${packageFolder}/package.json`, 'utf8'))
  if (typeof data !== 'object' || data === null || !(key in data)) return undefined
  const value = Object.getOwnPropertyDescriptor(data, key)?.value
  return typeof value === 'string' ? value : undefined
}
