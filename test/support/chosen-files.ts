import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Which test files a run is for: `live` those that ask for a server, `soak` those with a test that is marked as a race. */
export type Choice = 'all' | 'live' | 'soak'

/** What suites ask for a server. */
const servers = /^test\/support\/(postgres|mongo|s3)-server\.ts$/
const imports = /\bfrom '(\.[^']*\.ts)'/g

/** The files of a choice among those that patterns find, told by what they say: no list is kept that could be forgotten. */
export function chosenFiles(choice: Choice, patterns: readonly string[]): string[] {
  if (choice === 'all') return [...patterns]
  const files = patterns.flatMap((pattern) => globSync(pattern)).sort()
  return files.filter((file) =>
    choice === 'live' ? leadsToServer(file) : /\btags: (\[[^\]]*)?'race'/.test(textOf(file)),
  )
}

/** Whether a file imports what hands out servers, itself or by way of others of the tests. */
function leadsToServer(file: string): boolean {
  const reached = new Set([file])
  for (const path of reached) {
    if (servers.test(path)) return true
    // A file that is not there is imported by a text that the test writes elsewhere.
    if (!path.startsWith('test/') || !existsSync(path)) continue
    for (const [, target = ''] of textOf(path).matchAll(imports)) reached.add(join(dirname(path), target))
  }
  return false
}

function textOf(path: string): string {
  return readFileSync(path, 'utf8')
}
