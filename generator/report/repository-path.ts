import { posix } from 'node:path'
import type { ReportSettings } from './settings.ts'

/** A file of the project as its repository knows it; one beside the project's folder is named without a way up and down. */
export function repositoryPath({ prefix }: Pick<ReportSettings, 'prefix'>, path: string): string {
  return posix.normalize(`${prefix}${path}`)
}
