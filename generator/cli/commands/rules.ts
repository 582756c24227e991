import { rules } from '../../rules/index.ts'
import { compile } from '../compile.ts'
import { clean, type ExitCode } from '../exit-code.ts'
import { findProjectFile } from '../project-file.ts'
import { rulesJson } from '../rules/json.ts'
import { listedRules } from '../rules/listed.ts'
import { rulesText } from '../rules/text.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'

export interface RulesOptions {
  readonly format: 'text' | 'json'
}

/** Without a project the rules are listed as they usually hold. */
export async function rulesCommand(session: Session, { format }: RulesOptions): Promise<ExitCode> {
  const found = findProjectFile(session) === undefined ? undefined : await compile(session, new Stages(session.io))
  const listed = listedRules([...rules, ...(found?.custom ?? [])], found?.read)
  if (format === 'json') {
    session.io.stdout.write(rulesJson(listed))
    return clean
  }
  session.io.stdout.write(rulesText(listed, session.out))
  const on = listed.rules.filter(({ level }) => level !== 'off').length
  session.io.stderr.write(`${listed.rules.length} rules, ${on} on (${listed.preset})\n`)
  return clean
}
