import { type Command, Option } from 'commander'
import type { CoverageOptions } from '../commands/coverage.ts'
import type { FormatOptions } from '../commands/format.ts'
import type { LintOptions } from '../commands/lint.ts'
import type { RulesOptions } from '../commands/rules.ts'
import { examples } from '../examples.ts'
import type { ReportOptions } from '../report/options.ts'
import { percent } from './arguments.ts'
import { formatOption } from './options.ts'
import { withReports } from './reports.ts'
import type { Run } from './run.ts'

/** Files, folders and globs. What mends is for the spec alone. */
function foreignOption(flags: string, description: string): Option {
  return new Option(flags, description).conflicts(['fix', 'fixDryRun'])
}

/** What is asked of a spec. */
export function addChecking(program: Command, { finish, session }: Run): void {
  withReports(program.command('lint').description('check the spec and report what is wrong'))
    .option('--fix', 'mend what can be mended mechanically, in the spec files')
    .addOption(
      new Option('--fix-dry-run', 'print what --fix would change as a diff, and change nothing').conflicts('fix'),
    )
    .addOption(
      new Option(
        '--write-baseline',
        'write what rules find today to stowage.baseline.json, where it counts no more; one that is there only shrinks',
      ).conflicts(['fixDryRun', 'baseline']),
    )
    .addOption(foreignOption('--prisma <files...>', 'check hand-written Prisma schemas by the conventions instead'))
    .addOption(foreignOption('--sql <files...>', 'check hand-written SQL, such as migrations, in its order instead'))
    .addHelpText('after', examples.lint)
    .action(async (options: LintOptions) => {
      const { lintCommand } = await import('../commands/lint.ts')
      finish(await lintCommand(session(), options))
    })

  withReports(
    program.command('check').description('lint the spec and list stale files, in one: for continuous integration'),
  )
    .addHelpText('after', examples.check)
    .action(async (options: ReportOptions) => {
      const { checkCommand } = await import('../commands/check.ts')
      finish(await checkCommand(session(), options))
    })

  program
    .command('format')
    .argument('[files...]', 'spec files, or - for standard input; all files of the project where none is named')
    .description('lay spec files out as the language does: keys in order, comments kept')
    .option('--check', 'write nothing: exit 1 where a file would change')
    .addHelpText('after', examples.format)
    .action(async (files: readonly string[], options: FormatOptions) => {
      const { formatCommand } = await import('../commands/format.ts')
      finish(formatCommand(session(), files, options))
    })

  program
    .command('coverage')
    .description('what share of the spec is told in words, and what is not')
    .option('--min <percent>', 'exit 1 where it is less than so many percent', percent)
    .addOption(formatOption())
    .addHelpText('after', examples.coverage)
    .action(async (options: CoverageOptions) => {
      const { coverageCommand } = await import('../commands/coverage.ts')
      finish(await coverageCommand(session(), options))
    })

  program
    .command('explain')
    .argument('<code>', 'as it stands in a report: naming/timestamp-suffix')
    .description('explain a code: what it asks for, why, and how to mend it')
    .addHelpText('after', examples.explain)
    .action(async (code: string) => {
      const { explainCommand } = await import('../commands/explain.ts')
      finish(await explainCommand(session(), code))
    })

  program
    .command('rules')
    .description('list the rules and the level each has in this project')
    .addOption(formatOption())
    .addHelpText('after', examples.rules)
    .action(async (options: RulesOptions) => {
      const { rulesCommand } = await import('../commands/rules.ts')
      finish(await rulesCommand(session(), options))
    })
}
