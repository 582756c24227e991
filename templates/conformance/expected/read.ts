import { readFileSync } from 'node:fs'

/** What a file of facts holds. They are printed anew whenever the spec changes, and typed by who reads them. */
export function factsIn<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
}
