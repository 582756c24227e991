import { existsSync, readFileSync } from 'node:fs'
import { type Code, codes } from '../../diagnostic/codes.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { CodePage } from '../../report/settings.ts'
import { rules } from '../../rules/index.ts'
import type { Rule } from '../../rules/rule.ts'
import { ruleRoute } from '../../site/route.ts'
import type { LoadedRule } from '../custom-rules/load.ts'
import { packageFolder } from '../package-folder.ts'

/** What there is to read of a code: of ours the page of this installation, of the project's own what its file says. */
export function codePages(
  custom: readonly LoadedRule[],
  homepage: string | undefined,
): (code: Diagnostic['code']) => CodePage | undefined {
  const ownRules = new Map<string, LoadedRule>(custom.map((rule) => [rule.code, rule]))
  const ourRules = new Map<string, Rule>(rules.map((rule) => [rule.code, rule]))
  return (code) => {
    const own = ownRules.get(code)
    if (own !== undefined) {
      return { summary: own.summary, severity: own.severity, markdown: own.docs ?? own.summary }
    }
    const known = codes.find((candidate) => candidate === code)
    const markdown = known === undefined ? undefined : pageText(known)
    if (known === undefined || markdown === undefined) return undefined
    const rule = ourRules.get(known)
    const sections = sectionsOf(markdown)
    const why = sections.get('Why')
    const wayOut = sections.get('How to fix')
    return {
      summary: rule?.summary ?? sections.get('') ?? known,
      severity: rule?.severity ?? 'error',
      markdown,
      ...(why === undefined ? {} : { why }),
      ...(wayOut === undefined ? {} : { wayOut }),
      ...(homepage === undefined ? {} : { url: `${homepage.replace(/\/*$/, '/')}${ruleRoute(known)}` }),
    }
  }
}

/** The code comes from the closed list, so it is safe in a path. */
function pageText(code: Code): string | undefined {
  const path = `${packageFolder}/docs/rules/${code}.md`
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** The first paragraph below each heading of the second level, in one line; that below the title has no name. */
function sectionsOf(markdown: string): ReadonlyMap<string, string> {
  const sections = markdown.split(/^#{1,2} /m).slice(1)
  return new Map(
    sections.map((section, index) => {
      const [heading = '', paragraph = ''] = section.split(/\n{2,}/)
      return [index === 0 ? '' : heading.trim(), paragraph.replace(/\s+/g, ' ').trim()]
    }),
  )
}
