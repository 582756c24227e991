import { codes } from '../diagnostic/codes.ts'
import { mdText } from '../print/markdown/escape.ts'
import { rules } from '../rules/index.ts'
import type { SitePage } from './page.ts'

/** A list of every rule with what it asks for, by family; the other codes are those of the stages before the rules. */
export function rulesIndex(known: ReadonlySet<string>): SitePage {
  const summaries = new Map<string, string>(rules.map(({ code, summary }) => [code, summary]))
  const lines = ['# Rules', '', 'What a report may say, by its code.', '']
  let family = ''
  for (const code of [...codes].sort()) {
    if (!known.has(code)) continue
    const [its = ''] = code.split('/')
    if (its !== family) lines.push('', `## ${its}`, '')
    family = its
    const summary = summaries.get(code)
    lines.push(`- [\`${code}\`](rules/${code}.md)${summary === undefined ? '' : `: ${mdText(summary)}`}`)
  }
  return { path: 'stowage:docs/rules.md', text: `${lines.join('\n')}\n`, route: 'rules/', kind: 'rule' }
}
