import { stringify } from 'yaml'
import { mdTarget } from '../print/markdown/escape.ts'
import type { StagedFile } from './page.ts'

/** What stands where nothing stands. A host shows it for any address, so its links name places from the root. */
export function notFoundPage(base: string, explorer: boolean): StagedFile {
  const head = stringify({
    title: 'There is no such page',
    tableOfContents: false,
    pagefind: false,
    prev: false,
    next: false,
  })
  const link = (label: string, route: string): string => `- [${label}](${mdTarget(`${base}${route}`)})`
  const lines = [
    'An entity may have another name now, or the address has a slip. The search (press `/`) knows every name.',
    '',
    link('Home', ''),
    link('Overview of the data', 'spec/overview/'),
    ...(explorer ? [link('Explorer', 'explorer/')] : []),
  ]
  return { path: 'src/content/docs/404.md', text: `---\n${head}---\n\n${lines.join('\n')}\n` }
}
