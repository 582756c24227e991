import type { Roles } from '../auth/roles.ts'
import type { Users } from '../auth/users.ts'
import type { CursorTable } from '../cursors/cursor-table.ts'
import type { Storage } from '../storage/storage.ts'
import type { Sessions } from '../transactions/sessions.ts'
import type { Sweeper } from './sweeper.ts'

/** As what the server presents itself. */
export interface Identity {
  readonly host: string
  readonly port: number
  readonly setName: string
  /** Of the MongoDB whose behaviour it follows. */
  readonly version: string
  readonly startedAt: Date
}

/** All that the commands of one server share. */
export interface ServerState {
  readonly identity: Identity
  readonly storage: Storage
  readonly cursors: CursorTable
  readonly sessions: Sessions
  readonly users: Users
  readonly roles: Roles
  readonly sweeper: Sweeper
  readonly requiresAuthentication: boolean
  readonly connections: () => number
}

export const addressOf = ({ host, port }: Identity): string => `${host}:${port}`
