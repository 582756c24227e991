import { existsSync, readFileSync } from 'node:fs'
import { codes } from '../../diagnostic/codes.ts'
import { packageFolder } from '../package-folder.ts'

/** The page of each code, as this package brings it. */
export function rulePages(): readonly { readonly code: string; readonly text: string }[] {
  return codes.flatMap((code) => {
    const path = `${packageFolder}/docs/rules/${code}.md`
    return existsSync(path) ? [{ code, text: readFileSync(path, 'utf8') }] : []
  })
}
