import { execFileSync } from 'node:child_process'
import { GuardedFolder } from './guarded-folder.ts'
import { freePort, isListening, until } from './port.ts'
import { findProgram } from './program.ts'
import { type CephCommands, prepareCeph } from './radosgw-commands.ts'
import { type GatewayOptions, writeConfiguration } from './radosgw-configuration.ts'
import type { S3Credentials, S3Endpoint } from './s3-endpoint.ts'

/** Debian's packages of the same names, and what they depend on. */
const programs = ['radosgw', 'radosgw-admin', 'ceph-mon', 'ceph-osd', 'ceph', 'monmaptool', 'ceph-authtool']

/** Of this run alone, on a port of this machine alone. */
const credentials: S3Credentials = {
  accessKeyId: 'STOWAGEOWNER00000001',
  secretAccessKey: 'owner-of-the-test-buckets-00000000000000',
}
const otherCredentials: S3Credentials = {
  accessKeyId: 'STOWAGEOTHER00000002',
  secretAccessKey: 'stranger-to-the-test-buckets-00000000000',
}

/** The gateway of this machine, where all of it is there. */
export function findRadosgw(): { readonly path?: string; readonly missing: string } {
  const absent = programs.filter((program) => findProgram(program) === undefined)
  const path = findProgram('radosgw')
  if (path === undefined || absent.length > 0) return { missing: `not on the PATH: ${absent.join(', ')}` }
  return { path, missing: '' }
}

/** Starts a Ceph gateway over one monitor and one disk in memory: a real S3 server with locks, signatures and policies. */
export async function startRadosgw(
  path: string,
  options: Pick<GatewayOptions, 'lcDaySeconds'> = {},
): Promise<{ readonly endpoint: S3Endpoint; stop(): Promise<void> }> {
  const folder = new GuardedFolder('radosgw')
  try {
    const [port, monitorPort] = [await freePort(), await freePort()]
    const configuration = writeConfiguration(folder.path, { port, monitorPort, ...options })
    const commands = prepareCeph(configuration)
    const daemon = (program: string, ...args: readonly string[]): void =>
      void folder.start(program, program, ['-c', configuration.path, ...args, '-f'], { signal: 'KILL' })
    const listening = (on: number): Promise<void> =>
      until(
        () => isListening(on),
        () => folder.fault(),
      )
    await commands.makeMonitor()
    daemon('ceph-mon', '-i', 'a')
    await listening(monitorPort)
    await commands.makeDisk()
    daemon('ceph-osd', '-i', '0')
    daemon('radosgw', '-n', 'client.rgw.a')
    await listening(port)
    await addUsers(commands)
    const sessionRole = await commands.addRole('sessions', 'owner')
    const endpoint = `http://127.0.0.1:${port}`
    return {
      endpoint: { endpoint, region: 'us-east-1', server: versionOf(path), credentials, otherCredentials, sessionRole },
      stop: () => folder.remove(),
    }
  } catch (error) {
    await folder.remove()
    throw new Error('radosgw could not be started', { cause: error })
  }
}

async function addUsers(commands: CephCommands): Promise<void> {
  await commands.addUser('owner', credentials)
  await commands.addUser('other', otherCredentials)
}

function versionOf(path: string): string {
  const said = execFileSync(path, ['--version'], { encoding: 'utf8' })
  return `radosgw ${/ceph version (\S+)/.exec(said)?.[1] ?? 'of an unknown version'}`
}
