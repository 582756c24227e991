import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Severity } from '../../diagnostic/diagnostic.ts'
import { type Format, formats } from '../../report/format.ts'
import type { ReportFile } from '../report/options.ts'

const severities: readonly Severity[] = ['error', 'warning', 'info']

/** The options by which a command is told how to report, and what counts as a failure. */
export function withReports(command: Command): Command {
  return command
    .addOption(
      new Option(
        '-f, --format <format>',
        `how to print it: ${formats.join(', ')}; repeat it with -o (default: text)`,
      ).argParser((value, before: readonly Format[] | undefined) => [...(before ?? []), formatNamed(value)]),
    )
    .addOption(
      new Option(
        '-o, --output <format=file>',
        'write a format to a file: -o.sarif out.sarif; repeat it for more',
      ).argParser((value, before: readonly ReportFile[] | undefined) => [...(before ?? []), reportFile(value)]),
    )
    .addOption(
      new Option('--fail-severity <severity>', 'the mildest finding that exits 1').choices(severities).default('error'),
    )
    .option('--max-warnings <number>', 'exit 1 where there are more warnings than this', count)
    .option('--no-baseline', 'count what the baseline of the project holds too')
    .option('--quiet', 'tell of errors only; what else there is counts all the same')
    .option('--full', 'show the code of every finding, however many there are')
}

function formatNamed(value: string): Format {
  const format = formats.find((candidate) => candidate === value)
  if (format === undefined) throw new InvalidArgumentError(`Allowed choices are ${formats.join(', ')}.`)
  return format
}

function reportFile(value: string): ReportFile {
  const at = value.indexOf('=')
  const path = at === -1 ? '' : value.slice(at + 1)
  const format = formatNamed(at === -1 ? value : value.slice(0, at))
  if (path === '') throw new InvalidArgumentError(`Say which file: -o.${format} <file>.`)
  return { format, path }
}

function count(value: string): number {
  if (!/^[0-9]{1,9}$/.test(value)) throw new InvalidArgumentError('Write a whole number: 0, 10.')
  return Number(value)
}
