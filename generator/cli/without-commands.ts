import { stripVTControlCharacters } from 'node:util'
import { sha256 } from '../output/hash.ts'
import type { Io } from './io.ts'

/** What the runner of GitHub Actions may take for a command: `##[` anywhere, or `::` at the start, also behind a diff's sign. */
const command = /##\[|^\s*[+-]?\s*::/m

/**
 * A text for a person, which in a job of GitHub Actions cannot give the runner commands: those are stopped for it. The token
 * that ends this is a hash of the text, so the text cannot hold it, and one text is always printed alike
 * (https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#stopping-and-starting-workflow-commands).
 */
export function withoutCommands(text: string, env: Io['env']): string {
  if (env.GITHUB_ACTIONS !== 'true' || !command.test(stripVTControlCharacters(text))) return text
  const token = sha256(text)
  const end = text.endsWith('\n') ? '' : '\n'
  return `::stop-commands::${token}\n${text}${end}::${token}::\n`
}
