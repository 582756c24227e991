import type { Command } from 'commander'
import type { ApplyCommandOptions } from '../commands/apply.ts'
import type { CapacityOptions } from '../commands/capacity.ts'
import type { VerifyOptions } from '../commands/verify.ts'
import { examples } from '../examples.ts'
import { wholeNumber } from './arguments.ts'
import { formatOption, storeOption } from './options.ts'
import type { Run } from './run.ts'

/** What is done with the stores. */
export function addStores(program: Command, { finish, session }: Run): void {
  program
    .command('apply')
    .description('bring the stores to what the spec says: make what is missing, report what differs')
    .addOption(storeOption())
    .option('--dry-run', 'change nothing; list what would be done')
    .option('--replace', 'change what differs too, but in PostgreSQL; indexes are dropped and made anew')
    .addOption(formatOption())
    .addHelpText('after', examples.apply)
    .action(async (options: ApplyCommandOptions) => {
      const { applyCommand } = await import('../commands/apply.ts')
      finish(await applyCommand(session(), options))
    })

  program
    .command('verify')
    .description('compare the stores with the spec, reading only')
    .addOption(storeOption())
    .addOption(formatOption())
    .addHelpText('after', examples.verify)
    .action(async (options: VerifyOptions) => {
      const { verifyCommand } = await import('../commands/verify.ts')
      finish(await verifyCommand(session(), options))
    })

  const migrate = program
    .command('migrate')
    .description('make migrations of PostgreSQL')
    .addHelpText('after', examples.migrate)
  migrate
    .command('new')
    .argument('<name>', 'what it is for: init')
    .description('write the first migration, in the format of Prisma Migrate')
    .addHelpText('after', examples.migrate)
    .action(async (name: string) => {
      const { migrateNewCommand } = await import('../commands/migrate.ts')
      finish(await migrateNewCommand(session(), name))
    })
  migrate
    .command('lock')
    .description('write down beside a migration written by hand what it makes: what the spec says now')
    .addHelpText('after', examples.migrateLock)
    .action(async () => {
      const { migrateLockCommand } = await import('../commands/migrate.ts')
      finish(await migrateLockCommand(session()))
    })

  program
    .command('capacity')
    .description('records and bytes after 12 and 36 months, and what outgrows one machine')
    .option('--tenants <number>', 'how many tenants there are', wholeNumber, 100)
    .addOption(formatOption())
    .addHelpText('after', examples.capacity)
    .action(async (options: CapacityOptions) => {
      const { capacityCommand } = await import('../commands/capacity.ts')
      finish(await capacityCommand(session(), options))
    })
}
