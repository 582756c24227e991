import { chmodSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { type Ended, runProcess } from '../support/run-process.ts'
import type { TemporaryFolder } from '../support/temporary-folder.ts'

const main = resolve('generator/cli/main.ts')

/** Stand-ins for what a runner has: `npx --no stowage ...` runs this repository's command, `npm ci` installs nothing. */
const programs: Readonly<Record<string, string>> = {
  npx: `#!/bin/sh
[ "$1 $2" = '--no stowage' ] || { echo "npx is asked for $*" >&2; exit 90; }
shift 2
exec '${process.execPath}' '${main}' "$@"
`,
  npm: `#!/bin/sh
[ "$1" = ci ] || { echo "npm is asked for $*" >&2; exit 91; }
`,
}

/** Runs lines of a pipeline in a folder as a runner does: each in the same shell, up to the first that fails. */
export async function runScript(
  lines: readonly string[],
  cwd: string,
  tools: TemporaryFolder,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  for (const [name, text] of Object.entries(programs)) {
    tools.write([{ path: name, text }])
    chmodSync(join(tools.path, name), 0o755)
  }
  const path = [tools.path, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter)
  return await runProcess('bash', ['-e', '-o', 'pipefail', '-c', lines.join('\n')], {
    cwd,
    env: { PATH: path, ...env },
  })
}
