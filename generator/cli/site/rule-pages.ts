import { existsSync, readFileSync } from 'node:fs'
import { codes } from '../../diagnostic/codes.ts'
import type { ExplainedCode } from '../../site/rules-index.ts'
import type { LoadedRule } from '../custom-rules/load.ts'
import { packageFolder } from '../package-folder.ts'

/** The page of each code: of ours as this package brings it, of the project's own rules as their authors wrote it. */
export function rulePages(custom: readonly LoadedRule[]): readonly ExplainedCode[] {
  const own = custom.map(({ code, summary, docs }) => ({ code, summary, text: titled(code, docs ?? summary) }))
  const ours = codes.flatMap((code) => {
    const path = `${packageFolder}/docs/rules/${code}.md`
    return existsSync(path) ? [{ code, text: readFileSync(path, 'utf8') }] : []
  })
  return [...ours, ...own]
}

/** Every page of the site begins with its title. */
function titled(code: string, text: string): string {
  return /^\s*# /.test(text) ? text.trimStart() : `# ${code}\n\n${text}\n`
}
