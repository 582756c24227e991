// Writes docs/reference/ from the schema of the language and from the program. With `--check` nothing is written, and a
// page that would have changed is an error.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { languageSchema } from '../generator/front/schema/language.ts'
import { commandLinePage } from './reference/command-line-page.ts'
import { languagePage } from './reference/language-page.ts'

const folder = new URL('../docs/reference/', import.meta.url)

/** The pages as they should be, by their names in docs/reference/. */
export function referencePages(): ReadonlyMap<string, string> {
  return new Map([
    ['cli.md', commandLinePage()],
    ['language.md', languagePage(languageSchema)],
  ])
}

/** The pages that are not as they should be. */
export function stalePages(): readonly string[] {
  return [...referencePages()].flatMap(([name, text]) => (onDisk(name) === text ? [] : [name]))
}

function onDisk(name: string): string | undefined {
  try {
    return readFileSync(new URL(name, folder), 'utf8')
  } catch {
    return undefined
  }
}

if (import.meta.main) {
  const stale = stalePages()
  if (process.argv.includes('--check')) {
    for (const name of stale) console.error(`docs/reference/${name} is stale: run npm run reference`)
    process.exitCode = stale.length === 0 ? 0 : 1
  } else {
    const pages = referencePages()
    mkdirSync(folder, { recursive: true })
    for (const name of stale) writeFileSync(new URL(name, folder), pages.get(name) ?? '')
    console.log(stale.length === 0 ? 'reference: nothing changed' : `reference: wrote ${stale.join(', ')}`)
  }
}
