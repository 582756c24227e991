import type { Command } from 'commander'
import type { SeedCommandOptions } from '../commands/seed.ts'
import { examples } from '../examples.ts'
import { wholeNumber } from './arguments.ts'
import { formatOption } from './options.ts'
import type { Run } from './run.ts'

export function addSeeding(program: Command, { finish, session }: Run): void {
  program
    .command('seed')
    .description('fill the stores with valid records, by the generated data layer')
    .option('--tenants <number>', 'how many tenants are made', wholeNumber, 2)
    .option('--records <number>', 'how many records of each entity, for each tenant', wholeNumber, 10)
    .option('--seed <number>', 'the same number gives the same values; another one others', wholeNumber, 1)
    .addOption(formatOption())
    .addHelpText('after', examples.seed)
    .action(async (options: SeedCommandOptions) => {
      const { seedCommand } = await import('../commands/seed.ts')
      finish(await seedCommand(session(), options))
    })
}
