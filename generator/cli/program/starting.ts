import { type Command, Option } from 'commander'
import type { InitOptions } from '../commands/init.ts'
import { examples } from '../examples.ts'
import type { Run } from './run.ts'

/** What a project begins with, and what an editor starts. */
export function addStarting(program: Command, { finish, session }: Run): void {
  program
    .command('init')
    .description('make a small working spec in an empty folder, or a pipeline for one that is there')
    .addOption(
      new Option('--ci <service>', 'write the pipeline that checks it, where there is none').choices([
        'github',
        'gitlab',
      ]),
    )
    .addHelpText('after', examples.init)
    .action(async (options: InitOptions) => {
      const { initCommand } = await import('../commands/init.ts')
      finish(await initCommand(session(), options))
    })

  program
    .command('lsp')
    .description('serve editors: findings while typing, completion, hover, definitions, renames')
    .option('--stdio', 'speak over stdin and stdout (the only way there is, so it may be left out)')
    .addHelpText('after', examples.lsp)
    .action(async () => {
      const { lspCommand } = await import('../commands/lsp.ts')
      await lspCommand(session())
    })
}
