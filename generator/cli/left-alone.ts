import { visible } from '../diagnostic/visible-text.ts'
import { isInPackage } from '../source/in-package.ts'

/** For a person: of each such file a line. */
export function leftAlone(paths: Iterable<string>): string {
  return [...new Set(paths)]
    .filter(isInPackage)
    .map((path) => `${visible(path)} is left alone: it belongs to an installed package\n`)
    .join('')
}
