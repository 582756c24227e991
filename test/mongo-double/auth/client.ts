import type { ScramConversation } from './scram.ts'
import type { User } from './users.ts'

/** Who is at the other end of a connection. */
export interface Client {
  readonly connectionId: number
  user?: User
  conversation?: { readonly user: User; readonly scram: ScramConversation }
}
