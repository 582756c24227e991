import { codes } from '../diagnostic/codes.ts'
import { mdText } from '../print/markdown/escape.ts'
import { rules } from '../rules/index.ts'
import type { SitePage } from './page.ts'

/** What a code is explained by. */
export interface ExplainedCode {
  readonly code: string
  /** Markdown. */
  readonly text: string
  /** Of a rule of the project's own; those of Stowage's are known. */
  readonly summary?: string
}

/** A list of every rule with what it asks for, by family; the other codes are those of the stages before the rules. */
export function rulesIndex(explained: readonly ExplainedCode[]): SitePage {
  const known = new Set(explained.map(({ code }) => code))
  const own = explained.filter(({ code }) => !(codes as readonly string[]).includes(code))
  const summaries = new Map<string, string | undefined>([...rules, ...own].map(({ code, summary }) => [code, summary]))
  const lines = ['# Rules', '', 'What a report may say, by its code.', '']
  let family = ''
  for (const code of [...codes, ...own.map(({ code }) => code)].sort()) {
    if (!known.has(code)) continue
    const [its = ''] = code.split('/')
    if (its !== family) lines.push('', `## ${its}`, '')
    family = its
    const summary = summaries.get(code)
    lines.push(`- [\`${code}\`](rules/${code}.md)${summary === undefined ? '' : `: ${mdText(summary)}`}`)
  }
  return { path: 'stowage:docs/rules.md', text: `${lines.join('\n')}\n`, route: 'rules/', kind: 'rule' }
}
