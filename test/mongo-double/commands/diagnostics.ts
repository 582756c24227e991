import type { BsonDocument } from '../bson/value.ts'
import { addressOf } from '../server/state.ts'
import { refuse } from '../server-error.ts'
import type { Command, Invocation } from './command.ts'

function serverStatus({ server }: Invocation): BsonDocument {
  const { identity } = server
  return {
    host: addressOf(identity),
    version: identity.version,
    process: 'test-double',
    pid: process.pid,
    uptime: (Date.now() - identity.startedAt.getTime()) / 1000,
    localTime: new Date(),
    mem: { resident: Math.round(process.memoryUsage().rss / 2 ** 20) },
    connections: { current: server.connections() },
    storageEngine: { name: 'memory-test-double', persistent: false },
  }
}

function replicaSetStatus({ server }: Invocation): BsonDocument {
  const { identity } = server
  return {
    set: identity.setName,
    myState: 1,
    members: [{ _id: 0, name: addressOf(identity), health: 1, state: 1, stateStr: 'PRIMARY', self: true }],
  }
}

function getParameter({ server }: Invocation): BsonDocument {
  return {
    featureCompatibilityVersion: { version: server.identity.version.replace(/\.\d+$/, '') },
    ttlMonitorSleepSecs: server.sweeper.seconds,
  }
}

function setParameter({ server, args }: Invocation): BsonDocument {
  const seconds = args.number('ttlMonitorSleepSecs')
  if (seconds === undefined || seconds <= 0) refuse(72, 'InvalidOptions', 'test double: unknown parameter')
  const was = server.sweeper.seconds
  server.sweeper.seconds = seconds
  return { was }
}

export const diagnosticCommands: readonly Command[] = [
  { name: 'serverStatus', run: serverStatus },
  { name: 'hostInfo', run: ({ server }) => ({ system: { hostname: server.identity.host }, os: {} }) },
  { name: 'replSetGetStatus', run: replicaSetStatus },
  { name: 'getParameter', run: getParameter },
  { name: 'setParameter', run: setParameter },
  { name: 'getLog', run: () => ({ totalLinesWritten: 0, log: [] }) },
  { name: 'whatsmyuri', run: ({ server }) => ({ you: `${server.identity.host}:0` }) },
]
