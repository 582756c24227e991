import type { Command } from 'commander'
import type { Plugin } from 'rolldown'
import { asked } from '../generator/cli/fixed-answers.ts'
import type { Io } from '../generator/cli/io.ts'
import { buildProgram } from '../generator/cli/program.ts'
import { run } from '../generator/cli/run.ts'

/** Writes down what `fixed-answers.ts` has none of: help and version, as the program itself gives them now. */
export async function answers(): Promise<Plugin> {
  const program = buildProgram(silent(), () => undefined)
  const questions = [
    ['-v'],
    ['--version'],
    ...paths(program).flatMap((path) => [
      [...path, '-h'],
      [...path, '--help'],
    ]),
  ]
  const entries: (readonly [string, string])[] = []
  for (const question of questions) entries.push([asked(question), await answerTo(question)])
  return {
    name: 'answers',
    transform: {
      filter: { id: /\/cli\/fixed-answers[.]ts$/ },
      handler(code) {
        const filled = code.replace('= new Map()', () => `= new Map(${JSON.stringify(entries)})`)
        if (filled === code) throw new Error('fixed-answers.ts has no room for the answers')
        return filled
      },
    },
  }
}

/** The names by which each command is called; of the program itself there are none. */
function paths(command: Command, before: readonly string[] = []): readonly (readonly string[])[] {
  return [before, ...command.commands.flatMap((child) => paths(child, [...before, child.name()]))]
}

async function answerTo(argv: readonly string[]): Promise<string> {
  const said: string[] = []
  const code = await run(argv, { ...silent(), stdout: { isTTY: false, write: (text) => void said.push(text) } })
  if (code !== 0 || said.length === 0) throw new Error(`stowage ${argv.join(' ')} has no answer`)
  return said.join('')
}

function silent(): Io {
  const nothing = { isTTY: false, write: () => undefined }
  return { stdout: nothing, stderr: nothing, env: {}, cwd: '/', now: () => 0 }
}
