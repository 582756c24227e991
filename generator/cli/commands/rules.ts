import type { Palette } from '../../diagnostic/palette.ts'
import type { Project, RuleLevel } from '../../model/project.ts'
import { rules } from '../../rules/index.ts'
import { levelOf } from '../../rules/lint.ts'
import type { Rule } from '../../rules/rule.ts'
import { compile } from '../compile.ts'
import { clean, type ExitCode } from '../exit-code.ts'
import { findProjectFile } from '../project-file.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'
import { type Column, table } from '../table.ts'

export interface RulesOptions {
  readonly format: 'text' | 'json'
}

/** The part of a project that decides on levels, as it is where there is no project. */
const withoutProject: Pick<Project, 'rules'> = { rules: { preset: 'recommended', levels: new Map() } }

export async function rulesCommand(session: Session, { format }: RulesOptions): Promise<ExitCode> {
  const found =
    findProjectFile(session) === undefined ? undefined : (await compile(session, new Stages(session.io))).read
  const project = found?.project ?? withoutProject
  const listed = rules.map((rule) => ({ rule, level: levelOf(rule, project) }))
  const text =
    format === 'json' ? `${JSON.stringify(listed.map(asJson), undefined, 2)}\n` : table(columns(session.out), listed)
  session.io.stdout.write(text)
  if (format === 'text') {
    const on = listed.filter(({ level }) => level !== 'off').length
    session.io.stderr.write(`${rules.length} rules, ${on} on (${project.rules.preset})\n`)
  }
  return clean
}

interface Listed {
  readonly rule: Rule
  readonly level: RuleLevel
}

function asJson({ rule, level }: Listed): Readonly<Record<string, unknown>> {
  return {
    code: rule.code,
    level,
    severity: rule.severity,
    preset: rule.preset,
    fixable: rule.fixable,
    summary: rule.summary,
  }
}

function columns(palette: Palette): readonly Column<Listed>[] {
  const colours: Readonly<Record<RuleLevel, (text: string) => string>> = {
    error: palette.red,
    warning: palette.yellow,
    info: palette.cyan,
    off: palette.dim,
  }
  return [
    { title: 'code', text: ({ rule }) => rule.code },
    { title: 'level', text: ({ level }) => level, tint: (text, { level }) => colours[level](text) },
    { title: 'preset', text: ({ rule }) => rule.preset },
    { title: 'fix', text: ({ rule }) => (rule.fixable ? 'yes' : '') },
    { title: 'what it asks for', text: ({ rule }) => rule.summary },
  ]
}
