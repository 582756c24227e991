import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { CephConfiguration } from './radosgw-configuration.ts'
import type { S3Credentials } from './s3-endpoint.ts'

/** What has to be done to a cluster between the starts of its servers. */
export interface CephCommands {
  makeMonitor(): Promise<void>
  makeDisk(): Promise<void>
  addUser(name: string, credentials: S3Credentials): Promise<void>
  /** A role that a user may take on, with every right in S3. Gives its name for AWS' security token service. */
  addRole(name: string, user: string): Promise<string>
}

export function prepareCeph({ path, folder, clusterId, diskId, monitorPort }: CephConfiguration): CephCommands {
  const run = promisify(execFile)
  const ceph = (program: string, ...args: readonly string[]): Promise<unknown> => run(program, ['-c', path, ...args])
  const map = join(folder, 'monmap')
  const keys = join(folder, 'keyring')
  return {
    async makeMonitor() {
      const address = `[v1:127.0.0.1:${monitorPort}]`
      await run('monmaptool', ['--create', '--clobber', '--fsid', clusterId, '--addv', 'a', address, map])
      await run('ceph-authtool', ['--create-keyring', keys, '--gen-key', '-n', 'mon.', '--cap', 'mon', 'allow *'])
      await ceph('ceph-mon', '-i', 'a', '--mkfs', '--monmap', map, '--keyring', keys)
    },
    async makeDisk() {
      await Promise.all([announceDisk(path, diskId), ceph('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', diskId)])
    },
    async addUser(name, { accessKeyId, secretAccessKey }) {
      const keys = [`--access-key=${accessKeyId}`, `--secret=${secretAccessKey}`]
      const user = [`--uid=${name}`, `--display-name=${name}`, ...keys]
      await ceph('radosgw-admin', '-n', 'client.rgw.a', 'user', 'create', ...user)
    },
    async addRole(name, user) {
      const admin = (...args: readonly string[]): Promise<unknown> =>
        ceph('radosgw-admin', '-n', 'client.rgw.a', ...args, `--role-name=${name}`)
      const takers = { Principal: { AWS: [`arn:aws:iam:::user/${user}`] }, Action: ['sts:AssumeRole'] }
      await admin('role', 'create', `--assume-role-policy-doc=${allowing(takers)}`)
      const rights = { Action: ['s3:*'], Resource: 'arn:aws:s3:::*' }
      await admin('role-policy', 'put', '--policy-name=all', `--policy-doc=${allowing(rights)}`)
      return `arn:aws:iam:::role/${name}`
    },
  }
}

function allowing(statement: object): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })
}

/**
 * One run of the slow `ceph` program for both commands: it reads them from its input. A monitor listens before it has elected
 * itself, and refuses everything until then; both commands may be given twice.
 */
async function announceDisk(configuration: string, diskId: string): Promise<void> {
  const commands = `osd new ${diskId}\nosd crush add osd.0 1.0 root=default host=localhost\n`
  const deadline = Date.now() + 30_000
  for (;;) {
    try {
      const running = promisify(execFile)('ceph', ['-c', configuration])
      running.child.stdin?.end(commands)
      await running
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await sleep(200)
    }
  }
}
