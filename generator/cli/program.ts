import { Command } from 'commander'
import { examples } from './examples.ts'
import type { ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { packageVersion } from './package-folder.ts'
import { addChecking } from './program/checking.ts'
import { addGenerating } from './program/generating.ts'
import type { Run } from './program/run.ts'
import { addSeeding } from './program/seeding.ts'
import { addStarting } from './program/starting.ts'
import { addStores } from './program/stores.ts'
import { addUpkeep } from './program/upkeep.ts'
import { type GlobalOptions, openSession } from './session.ts'

/** The command line. A command's own module is loaded only when it runs, so that `--help` stays quick. */
export function buildProgram(io: Io, finish: (code: ExitCode) => void): Command {
  const program = new Command('stowage')
    .description(
      'Compiles a spec of what is stored where into SQL, Prisma, Mongoose, S3 keys, diagrams, docs and tests, and brings the stores to it.',
    )
    .version(packageVersion(), '-v, --version', 'print the version')
    .option('--cwd <folder>', "the project's folder (default: where you are)")
    .option('--config <file>', 'the project file (default: spec/stowage.yaml, then stowage.yaml)')
    .option('--no-custom-rules', "run no code of the spec's author: leave out the rules that `rules.files` names")
    .option('--color', 'colour the output even where it is not a terminal')
    .option('--no-color', 'never colour the output')
    .helpCommand('help [command]', 'show the help of a command')
    .helpOption('-h, --help', 'show this help')
    // The same at every terminal, so that the build can write it down.
    .configureHelp({ showGlobalOptions: true, helpWidth: 80 })
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .showHelpAfterError('(stowage --help shows what there is)')
    .exitOverride()
    .addHelpText('after', examples.stowage)
  const run: Run = { finish, session: () => openSession(io, program.opts<GlobalOptions>()) }
  addGenerating(program, run)
  addChecking(program, run)
  addStores(program, run)
  addUpkeep(program, run)
  addSeeding(program, run)
  addStarting(program, run)
  return program
}
