import type { BsonDocument } from '../bson/value.ts'
import { addressOf } from '../server/state.ts'
import { longestDocument } from '../storage/byte-length.ts'
import type { Command, Invocation } from './command.ts'

/** Of MongoDB 7.0. */
const wireVersion = 21

const longestMessage = 48_000_000

function hello({ server, args, client }: Invocation): BsonDocument {
  const { identity, users } = server
  const me = addressOf(identity)
  const asked = args.value('saslSupportedMechs')
  return {
    isWritablePrimary: true,
    ismaster: true,
    helloOk: true,
    secondary: false,
    setName: identity.setName,
    setVersion: 1,
    hosts: [me],
    primary: me,
    me,
    maxBsonObjectSize: longestDocument,
    maxMessageSizeBytes: longestMessage,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: client.connectionId,
    minWireVersion: 0,
    maxWireVersion: wireVersion,
    readOnly: false,
    ...(typeof asked === 'string' && users.has(asked) ? { saslSupportedMechs: ['SCRAM-SHA-256'] } : {}),
  }
}

/** Says plainly that this is no MongoDB: whoever asks which server a test ran on must be able to tell. */
function buildInfo({ server }: Invocation): BsonDocument {
  const { version } = server.identity
  return {
    version,
    gitVersion: 'test-double-not-mongod',
    modules: ['test-double'],
    versionArray: [...version.split('.').map(Number), 0],
    bits: 64,
    debug: false,
    maxBsonObjectSize: longestDocument,
    storageEngines: ['memory-test-double'],
  }
}

export const handshakeCommands: readonly Command[] = [
  { name: 'hello', run: hello, isPublic: true },
  { name: 'isMaster', run: hello, isPublic: true },
  { name: 'ismaster', run: hello, isPublic: true },
  { name: 'ping', run: () => ({}), isPublic: true },
  { name: 'buildInfo', run: buildInfo, isPublic: true },
  { name: 'buildinfo', run: buildInfo, isPublic: true },
]
