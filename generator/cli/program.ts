import { Command, InvalidArgumentError, Option } from 'commander'
import type { ApplyCommandOptions } from './commands/apply.ts'
import type { CapacityOptions } from './commands/capacity.ts'
import type { CoverageOptions } from './commands/coverage.ts'
import type { DiagramsOptions } from './commands/diagrams.ts'
import type { DocsOptions } from './commands/docs.ts'
import type { GenerateOptions } from './commands/generate.ts'
import type { LintOptions } from './commands/lint.ts'
import type { RulesOptions } from './commands/rules.ts'
import type { VerifyOptions } from './commands/verify.ts'
import { examples } from './examples.ts'
import type { ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { packageVersion } from './package-folder.ts'
import { type GlobalOptions, openSession, type Session } from './session.ts'

/** The command line. A command's own module is loaded only when it runs, so that `--help` stays quick. */
export function buildProgram(io: Io, finish: (code: ExitCode) => void): Command {
  const program = new Command('stowage')
    .description(
      'Compiles a spec of what is stored where into SQL, Prisma, Mongoose, S3 keys, diagrams, docs and tests, and brings the stores to it.',
    )
    .version(packageVersion(), '-v, --version', 'print the version')
    .option('--cwd <folder>', "the project's folder (default: where you are)")
    .option('--config <file>', 'the project file (default: spec/stowage.yaml, then stowage.yaml)')
    .option('--color', 'colour the output even where it is not a terminal')
    .option('--no-color', 'never colour the output')
    .helpCommand('help [command]', 'show the help of a command')
    .helpOption('-h, --help', 'show this help')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .showHelpAfterError('(stowage --help shows what there is)')
    .exitOverride()
    .addHelpText('after', examples.stowage)
  const session = (): Session => openSession(io, program.opts<GlobalOptions>())
  const format = (): Option =>
    new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text')

  const store = (): Option =>
    new Option('--store <store>', 'which store').choices(['postgres', 'mongo', 's3', 'all']).default('all')

  program
    .command('generate')
    .description('bring the output up to date with the spec')
    .addOption(
      new Option('--check', 'write nothing; list stale files and exit 1 where there are any').conflicts([
        'dryRun',
        'force',
      ]),
    )
    .option('--dry-run', 'write nothing; list what would change')
    .option('--only <emitters>', 'only the files of these emitters: prisma,mongoose', names)
    .option('--force', 'overwrite files that were changed by hand')
    .addOption(
      new Option('--diagrams', 'draw the diagrams too, as `stowage diagrams` does').conflicts(['check', 'dryRun']),
    )
    .option('--stats', 'tell how long each stage took')
    .addHelpText('after', examples.generate)
    .action(async (options: GenerateOptions) => {
      const { generateCommand } = await import('./commands/generate.ts')
      finish(await generateCommand(session(), options))
    })

  program
    .command('diagrams')
    .description('draw the diagrams as SVG beside their texts, in light and dark')
    .option('--force', 'overwrite drawings that were changed by hand')
    .addHelpText('after', examples.diagrams)
    .action(async (options: DiagramsOptions) => {
      const { diagramsCommand } = await import('./commands/diagrams.ts')
      finish(await diagramsCommand(session(), options))
    })

  program
    .command('lint')
    .description('check the spec and report what is wrong')
    .addOption(format())
    .option('--fix', 'mend what can be mended mechanically, in the spec files')
    .addHelpText('after', examples.lint)
    .action(async (options: LintOptions) => {
      const { lintCommand } = await import('./commands/lint.ts')
      finish(await lintCommand(session(), options))
    })

  program
    .command('check')
    .description('lint the spec and list stale files, in one: for continuous integration')
    .addHelpText('after', examples.check)
    .action(async () => {
      const { checkCommand } = await import('./commands/check.ts')
      finish(await checkCommand(session()))
    })

  program
    .command('apply')
    .description('bring the stores to what the spec says: make what is missing, report what differs')
    .addOption(store())
    .option('--dry-run', 'change nothing; list what would be done')
    .option('--replace', 'change what differs too, but in PostgreSQL; indexes are dropped and made anew')
    .addOption(format())
    .addHelpText('after', examples.apply)
    .action(async (options: ApplyCommandOptions) => {
      const { applyCommand } = await import('./commands/apply.ts')
      finish(await applyCommand(session(), options))
    })

  program
    .command('verify')
    .description('compare the stores with the spec, reading only')
    .addOption(store())
    .addOption(format())
    .addHelpText('after', examples.verify)
    .action(async (options: VerifyOptions) => {
      const { verifyCommand } = await import('./commands/verify.ts')
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
      const { migrateNewCommand } = await import('./commands/migrate.ts')
      finish(await migrateNewCommand(session(), name))
    })
  migrate
    .command('lock')
    .description('write down beside a migration written by hand what it makes: what the spec says now')
    .addHelpText('after', examples.migrateLock)
    .action(async () => {
      const { migrateLockCommand } = await import('./commands/migrate.ts')
      finish(await migrateLockCommand(session()))
    })

  program
    .command('capacity')
    .description('records and bytes after 12 and 36 months, and what outgrows one machine')
    .option('--tenants <number>', 'how many tenants there are', wholeNumber, 100)
    .addOption(format())
    .addHelpText('after', examples.capacity)
    .action(async (options: CapacityOptions) => {
      const { capacityCommand } = await import('./commands/capacity.ts')
      finish(await capacityCommand(session(), options))
    })

  program
    .command('coverage')
    .description('what share of the spec is told in words, and what is not')
    .option('--min <percent>', 'exit 1 where it is less than so many percent', percent)
    .addOption(format())
    .addHelpText('after', examples.coverage)
    .action(async (options: CoverageOptions) => {
      const { coverageCommand } = await import('./commands/coverage.ts')
      finish(await coverageCommand(session(), options))
    })

  program
    .command('docs')
    .description('build the documentation as a static site: pages, diagrams, explorer, search')
    .option('--out <folder>', 'where the site goes: an empty folder, or a site made before')
    .option(
      '--pages <folder>',
      'handwritten Markdown pages; its index.md is the home page, its contents.yaml the order',
    )
    .option('--base <path>', 'the path under which the site is published (default: that of docs.url, else /)', basePath)
    .addOption(new Option('--serve', 'serve the site and follow edits of the spec and the pages').conflicts('out'))
    .option('--port <number>', 'the port of --serve', port, 4321)
    .addHelpText('after', examples.docs)
    .action(async (options: DocsOptions) => {
      const { docsCommand } = await import('./commands/docs.ts')
      finish(await docsCommand(session(), options))
    })

  program
    .command('explain')
    .argument('<code>', 'as it stands in a report: naming/timestamp-suffix')
    .description('explain a code: what it asks for, why, and how to mend it')
    .addHelpText('after', examples.explain)
    .action(async (code: string) => {
      const { explainCommand } = await import('./commands/explain.ts')
      finish(await explainCommand(session(), code))
    })

  program
    .command('rules')
    .description('list the rules and the level each has in this project')
    .addOption(format())
    .addHelpText('after', examples.rules)
    .action(async (options: RulesOptions) => {
      const { rulesCommand } = await import('./commands/rules.ts')
      finish(await rulesCommand(session(), options))
    })

  program
    .command('init')
    .description('make a small working spec in an empty folder')
    .addHelpText('after', examples.init)
    .action(async () => {
      const { initCommand } = await import('./commands/init.ts')
      finish(await initCommand(session()))
    })

  return program
}

function names(value: string): readonly string[] {
  const found = value.split(',').map((name) => name.trim())
  if (found.includes('')) throw new InvalidArgumentError('Write names with commas between: prisma,mongoose.')
  return found
}

function wholeNumber(value: string): number {
  const number = Number(value.replaceAll('_', ''))
  if (!/^[0-9_]+$/.test(value) || number < 1 || !Number.isSafeInteger(number)) {
    throw new InvalidArgumentError('Write a whole number, at least 1.')
  }
  return number
}

function port(value: string): number {
  const number = wholeNumber(value)
  if (number > 65_535) throw new InvalidArgumentError('Write a number from 1 to 65535.')
  return number
}

function percent(value: string): number {
  const number = Number(value)
  if (!/^[0-9]+([.][0-9]+)?$/.test(value) || number > 100) {
    throw new InvalidArgumentError('Write a number from 0 to 100.')
  }
  return number
}

/** With a slash at both ends. */
function basePath(value: string): string {
  const path = `/${value}/`.replace(/\/+/g, '/')
  if (!/^\/(?:(?![.]{1,2}\/)[A-Za-z0-9._~-]+\/)*$/.test(path)) {
    throw new InvalidArgumentError('Write a path of letters, digits, dots and hyphens: /docs/.')
  }
  return path
}
