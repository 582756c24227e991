import type { Command } from 'commander'
import type { CoverageOptions } from '../commands/coverage.ts'
import type { LintOptions } from '../commands/lint.ts'
import type { RulesOptions } from '../commands/rules.ts'
import { examples } from '../examples.ts'
import { percent } from './arguments.ts'
import { formatOption } from './options.ts'
import type { Run } from './run.ts'

/** What is asked of a spec. */
export function addChecking(program: Command, { finish, session }: Run): void {
  program
    .command('lint')
    .description('check the spec and report what is wrong')
    .addOption(formatOption())
    .option('--fix', 'mend what can be mended mechanically, in the spec files')
    .addHelpText('after', examples.lint)
    .action(async (options: LintOptions) => {
      const { lintCommand } = await import('../commands/lint.ts')
      finish(await lintCommand(session(), options))
    })

  program
    .command('check')
    .description('lint the spec and list stale files, in one: for continuous integration')
    .addHelpText('after', examples.check)
    .action(async () => {
      const { checkCommand } = await import('../commands/check.ts')
      finish(await checkCommand(session()))
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
