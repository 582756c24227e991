import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface GatewayOptions {
  readonly port: number
  readonly monitorPort: number
  /** How long a day lasts where a life cycle counts in days. */
  readonly lcDaySeconds?: number
}

/** A cluster that has been described and not started. */
export interface CephConfiguration {
  readonly path: string
  readonly folder: string
  readonly clusterId: string
  readonly diskId: string
  readonly monitorPort: number
}

/** Describes a cluster of one: no copies, no authentication within, a disk in memory, quick to elect itself. */
export function writeConfiguration(folder: string, options: GatewayOptions): CephConfiguration {
  for (const name of ['mon', 'osd', 'run', 'logs']) mkdirSync(join(folder, name))
  const clusterId = randomUUID()
  const path = join(folder, 'ceph.conf')
  writeFileSync(path, text(folder, clusterId, options))
  return { path, folder, clusterId, diskId: randomUUID(), monitorPort: options.monitorPort }
}

function text(folder: string, clusterId: string, { port, monitorPort, lcDaySeconds }: GatewayOptions): string {
  return `[global]
fsid = ${clusterId}
mon host = v1:127.0.0.1:${monitorPort}
mon initial members = a
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = none
auth service required = none
auth client required = none
ms bind msgr2 = false
run dir = ${folder}/run
admin socket =
pid file =
log file = ${folder}/logs/$name.log
mon cluster log file = ${folder}/logs/cluster.log
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 1000
mon data avail warn = 1
mon data avail crit = 0
paxos propose interval = 0.02
paxos min wait = 0.01
[mon.a]
mon data = ${folder}/mon
[osd.0]
osd data = ${folder}/osd
osd objectstore = memstore
memstore device bytes = ${2 ** 31}
osd class load list = *
osd class default list = *
osd class update on start = false
osd crush update on start = false
[client.rgw.a]
rgw frontends = beast endpoint=127.0.0.1:${port} tcp_nodelay=1
rgw data = ${folder}/run
rgw dns name = localhost
objecter tick interval = 0.5
rgw relaxed region enforcement = true
rgw s3 auth use sts = true
rgw s3 auth order = local, sts
rgw sts key = ${randomBytes(8).toString('hex')}
rgw crypt require ssl = false
rgw crypt s3 kms backend = testing
rgw crypt s3 kms encryption keys = stowage=${randomBytes(32).toString('base64')}
${lcDaySeconds === undefined ? '' : `rgw lc debug interval = ${lcDaySeconds}\n`}`
}
