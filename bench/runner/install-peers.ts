import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from '../../test/support/npm.ts'

/** Installs the peers as their own lock file says, unless they are there already. Rejects with what npm said. */
export async function installPeers(folder: string, progress: (text: string) => void): Promise<void> {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  const stamp = join(folder, 'node_modules/.stowage-bench')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  progress('installing the peers, once: some 600 MB')
  await npm(folder, ['ci', '--ignore-scripts'])
  writeFileSync(stamp, lock)
}
