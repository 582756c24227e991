import type { Command } from 'commander'
import { examples } from '../examples.ts'
import type { Run } from './run.ts'

/** What a project begins with. */
export function addStarting(program: Command, { finish, session }: Run): void {
  program
    .command('init')
    .description('make a small working spec in an empty folder')
    .addHelpText('after', examples.init)
    .action(async () => {
      const { initCommand } = await import('../commands/init.ts')
      finish(await initCommand(session()))
    })
}
