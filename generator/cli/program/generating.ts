import { type Command, Option } from 'commander'
import type { DiagramsOptions } from '../commands/diagrams.ts'
import type { DocsOptions } from '../commands/docs.ts'
import { examples } from '../examples.ts'
import type { GenerateOptions } from '../generate-options.ts'
import { basePath, names, port } from './arguments.ts'
import { withReports } from './reports.ts'
import type { Run } from './run.ts'

/** What is made from a spec. */
export function addGenerating(program: Command, { finish, session }: Run): void {
  withReports(program.command('generate').description('bring the output up to date with the spec'))
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
    .addOption(
      new Option('--watch', 'go on, and bring the output up to date at every change of the spec').conflicts([
        'check',
        'dryRun',
        'diagrams',
      ]),
    )
    .option('--stats', 'tell how long each stage took')
    .addHelpText('after', examples.generate)
    .action(async (options: GenerateOptions) => {
      const { generateCommand } = await import('../commands/generate.ts')
      finish(await generateCommand(session(), options))
    })

  program
    .command('diagrams')
    .description('draw the diagrams as SVG beside their texts, in light and dark')
    .option('--force', 'overwrite drawings that were changed by hand')
    .addHelpText('after', examples.diagrams)
    .action(async (options: DiagramsOptions) => {
      const { diagramsCommand } = await import('../commands/diagrams.ts')
      finish(await diagramsCommand(session(), options))
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
      const { docsCommand } = await import('../commands/docs.ts')
      finish(await docsCommand(session(), options))
    })
}
