import { readFileSync } from 'node:fs'
import { blocksOf } from '../docs/blocks.ts'

const blocks = blocksOf(readFileSync('docs/custom-rules.md', 'utf8'))

/** The files that docs/custom-rules.md has its reader write, as they first stand there. */
export const guideFiles: readonly { readonly path: string; readonly text: string }[] = blocks.flatMap(
  ({ title, language, text }) => (title === undefined || language === 'diff' ? [] : [{ path: title, text }]),
)

/** The compiler's settings that it asks for. */
export const guideSettings: string = blocks.find(({ language }) => language === 'json')?.text ?? ''

/** The commands of other programs than Stowage that it has its reader run. */
export const guideCommands: readonly string[] = blocks.flatMap(({ language, text }) =>
  language === 'sh' ? text.trim().split('\n') : [],
)
