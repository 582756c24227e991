import { aggregateCommands } from './aggregate.ts'
import { collModCommands } from './coll-mod.ts'
import { collectionCommands } from './collections.ts'
import type { Command } from './command.ts'
import { countCommands } from './count.ts'
import { createCommands } from './create.ts'
import { cursorCommands } from './cursors.ts'
import { databaseCommands } from './databases.ts'
import { deleteCommands } from './delete.ts'
import { diagnosticCommands } from './diagnostics.ts'
import { explainCommands } from './explain.ts'
import { findCommands } from './find.ts'
import { findAndModifyCommands } from './find-and-modify.ts'
import { handshakeCommands } from './handshake.ts'
import { indexCommands } from './indexes.ts'
import { insertCommands } from './insert.ts'
import { roleCommands } from './roles.ts'
import { sessionCommands } from './sessions.ts'
import { updateCommands } from './update.ts'
import { userCommands } from './users.ts'

const commands: ReadonlyMap<string, Command> = new Map(
  [
    handshakeCommands,
    diagnosticCommands,
    userCommands,
    roleCommands,
    sessionCommands,
    databaseCommands,
    collectionCommands,
    createCommands,
    collModCommands,
    indexCommands,
    insertCommands,
    updateCommands,
    deleteCommands,
    findAndModifyCommands,
    findCommands,
    cursorCommands,
    aggregateCommands,
    countCommands,
    explainCommands,
  ].flatMap((group) => group.map((command): [string, Command] => [command.name, command])),
)

export function findCommand(name: string): Command | undefined {
  return commands.get(name)
}
