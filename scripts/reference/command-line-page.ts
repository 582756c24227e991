import type { Argument, Command, Option } from 'commander'
import type { ExitCode } from '../../generator/cli/exit-code.ts'
import { buildProgram } from '../../generator/cli/program.ts'
import { code, type Inline } from '../../generator/print/markdown/inline.ts'
import { printInline } from '../../generator/print/markdown/print.ts'
import { prose } from './prose.ts'

const exitCodes: Readonly<Record<ExitCode, string>> = {
  0: 'Clean. Warnings alone are no reason to fail.',
  1: 'Findings: errors in the spec, stale files, a store that is not as the spec says, a share that is not reached.',
  2: 'It could not run: wrong usage, no project, files changed by hand, another run that does not end, an environment variable or a package that is missing.',
  3: 'A store cannot be reached, or refuses. The text names the store and never holds a password.',
}

const intro = `# Command line reference

Every command and option of \`stowage\`. For what the output means, and for the reports as JSON, read
[the command line](../cli.md). This page is generated from the program itself; \`stowage help <command>\` says the same.

`

/** docs/reference/cli.md, from the program that runs. */
export function commandLinePage(): string {
  const written: string[] = []
  const stdout = { isTTY: false, write: (text: string): void => void written.push(text) }
  const io = { stdout, stderr: stdout, env: {}, cwd: '.', now: (): number => 0 }
  const program = buildProgram(io, () => undefined)
  const commands = leaves(program, [])
  return [
    `${intro}## All commands at a glance\n`,
    ...table(
      ['command', 'what it does'],
      commands.map(({ name, command }) => [
        { kind: 'link', label: code(name), target: `#${slug(name)}` },
        prose(command.description()),
      ]),
    ),
    '\n## Options of every command\n',
    'They may stand before or after the name of the command.\n',
    ...optionTable(program.options),
    '\n## Exit codes\n',
    ...table(
      ['code', 'meaning'],
      Object.entries(exitCodes).map(([exitCode, meaning]) => [exitCode, meaning]),
    ),
    '\nWhere several stores are spoken to, the highest of their codes counts.\n',
    ...commands.flatMap(({ name, command }) => commandSection(name, command, examplesOf(command, written))),
  ].join('\n')
}

interface Leaf {
  /** With the names of the commands that it is in: `migrate new`. */
  readonly name: string
  readonly command: Command
}

function leaves(parent: Command, path: readonly string[]): readonly Leaf[] {
  return parent.commands.flatMap((command) => {
    const own = [...path, command.name()]
    return command.commands.length > 0 ? leaves(command, own) : [{ name: own.join(' '), command }]
  })
}

function commandSection(name: string, command: Command, examples: string): readonly string[] {
  const takes = command.registeredArguments.map(argumentWord)
  const options = command.options.length > 0 ? ['[options]'] : []
  return [
    `<a id="${slug(name)}"></a>\n`,
    `## stowage ${name}\n`,
    `\`\`\`text\n${['stowage', name, ...takes, ...options].join(' ')}\n\`\`\`\n`,
    `${printInline(sentence(command.description()), 'text')}\n`,
    ...(command.registeredArguments.length === 0
      ? []
      : [
          ...table(
            ['argument', 'meaning'],
            command.registeredArguments.map((argument) => [code(argumentWord(argument)), prose(argument.description)]),
          ),
          '',
        ]),
    ...(command.options.length === 0 ? [] : [...optionTable(command.options, name), '']),
    ...(examples === '' ? [] : [`\`\`\`text\n${examples}\n\`\`\`\n`]),
  ]
}

function argumentWord(argument: Argument): string {
  return argument.required ? `<${argument.name()}>` : `[${argument.name()}]`
}

function optionTable(options: readonly Option[], command = 'all'): readonly string[] {
  const shown = options.filter(({ hidden }) => !hidden)
  return table(
    ['option', 'meaning'],
    shown.map((option) => [code(option.flags), optionMeaning(option)]),
    shown.map((option) => `${slug(command)}-${option.attributeName()}${option.negate ? '-off' : ''}`),
  )
}

function optionMeaning({ description, argChoices, defaultValue, negate }: Option): Inline {
  const choices = argChoices?.flatMap((choice, index) => (index === 0 ? [': ', code(choice)] : [', ', code(choice)]))
  const byDefault = negate || defaultValue === undefined ? [] : ['; default ', code(String(defaultValue))]
  return [...prose(description), ...(choices ?? []), ...byDefault]
}

/** What stands behind a command's options in its help. */
function examplesOf(command: Command, written: string[]): string {
  written.length = 0
  command.outputHelp()
  const [, examples = ''] = written.join('').split('\nExamples:\n')
  return examples.replace(/^ {2}/gm, '').trim()
}

function table(
  head: readonly string[],
  rows: readonly (readonly Inline[])[],
  anchors: readonly string[] = [],
): readonly string[] {
  return [
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...rows.map((row, index) => {
      const anchor = anchors[index]
      const cells = row.map((cell) => printInline(cell, 'cell')).join(' | ')
      return `| ${anchor === undefined ? '' : `<a id="${anchor}"></a>`}${cells} |`
    }),
  ]
}

function slug(name: string): string {
  return name.replaceAll(' ', '-')
}

function sentence(text: string): Inline {
  return prose(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`)
}
