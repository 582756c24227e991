import { resolve } from 'node:path'
import type { Format } from '../../report/format.ts'
import { UserError } from '../user-error.ts'
import type { ReportFile, ReportOptions } from './options.ts'

/** Which format goes where. */
export interface ReportPlan {
  /** The format that is printed; absent where all go to files. */
  readonly printed?: Format
  readonly files: readonly ReportFile[]
}

/**
 * Where each format goes: to its file where it has one, else to stdout. A format with a file need not be asked for once
 * more, and where none is asked for at all a person reads: text.
 * @param folder what the paths of the files are relative to
 * @throws UserError where two formats would go to one place
 */
export function planReports({ format = [], output = [] }: ReportOptions, folder: string): ReportPlan {
  const places = new Map<string, ReportFile>()
  const withFile = new Set<Format>()
  for (const file of output) {
    const place = resolve(folder, file.path)
    const other = places.get(place)
    if (other !== undefined) {
      throw new UserError(
        `\`${other.format}\` and \`${file.format}\` would both be written to ${JSON.stringify(file.path)}`,
        'name another file for one of them',
      )
    }
    places.set(place, file)
    withFile.add(file.format)
  }
  const asked = format.length === 0 && output.length === 0 ? (['text'] as const) : format
  const [printed, second] = [...new Set(asked)].filter((each) => !withFile.has(each))
  if (second !== undefined) {
    throw new UserError(
      `\`${printed}\` and \`${second}\` would both be printed`,
      `write one of them to a file: -o.${second} <file>`,
    )
  }
  return { ...(printed === undefined ? {} : { printed }), files: output }
}
