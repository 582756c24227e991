import type { Command } from 'commander'
import type { FsckCommandOptions } from '../commands/fsck.ts'
import type { TenantEraseOptions, TenantExportOptions } from '../commands/tenant.ts'
import { examples } from '../examples.ts'
import { duration } from './arguments.ts'
import { formatOption } from './options.ts'
import type { Run } from './run.ts'

/** What is done with the data that lies in the stores. */
export function addUpkeep(program: Command, { finish, session }: Run): void {
  program
    .command('fsck')
    .description('check that what lies in several stores fits together; changes nothing without --repair')
    .option('--tenant <ref_id>', "only this tenant's data")
    .option('--repair', 'remove leftovers, run the collector and the relay')
    .option('--older-than <duration>', 'what counts as a leftover: 90m, 48h, 7d (default: 24h)', duration)
    .option('--deep', "read and hash every object's bytes")
    .option('--from <place>', 'go on where an earlier check ended')
    .addOption(formatOption())
    .addHelpText('after', examples.fsck)
    .action(async (options: FsckCommandOptions) => {
      const { fsckCommand } = await import('../commands/fsck.ts')
      finish(await fsckCommand(session(), options))
    })

  const tenant = program
    .command('tenant')
    .description("export or erase all of one tenant's data")
    .addHelpText('after', examples.tenant)
  tenant
    .command('export')
    .argument('<ref_id>', "the tenant's public id")
    .description('write all of a tenant to a folder; goes on in one that was not finished')
    .requiredOption('--to <folder>', 'the folder: empty, not there yet, or begun by an earlier export')
    .option('--secrets', 'fields that the spec classifies as secret too, as they are kept')
    .addOption(formatOption())
    .addHelpText('after', examples.tenantExport)
    .action(async (refId: string, options: TenantExportOptions) => {
      const { tenantExportCommand } = await import('../commands/tenant.ts')
      finish(await tenantExportCommand(session(), refId, options))
    })
  tenant
    .command('erase')
    .argument('<ref_id>', "the tenant's public id")
    .description('remove all of a tenant from every store, and name what stays and why')
    .option('--dry-run', 'remove nothing; count what is there and name what would stay')
    .option('--yes', 'really remove it: this cannot be taken back')
    .addOption(formatOption())
    .addHelpText('after', examples.tenantErase)
    .action(async (refId: string, options: TenantEraseOptions) => {
      const { tenantEraseCommand } = await import('../commands/tenant.ts')
      finish(await tenantEraseCommand(session(), refId, options))
    })
}
