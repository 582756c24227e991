// What the live tests are made of. Plain data and functions, so that they can be listed, counted and run without a test
// runner.

export type StoreName = 'postgres' | 'mongo' | 's3'

/** What is claimed of a store. */
export interface Claimed {
  readonly store: StoreName
  /** The entity it is about; absent where it is about the store as a whole. */
  readonly entity?: string
  /** A word for what is guaranteed, the same for every entity: `tenant isolation`. */
  readonly guarantee: string
  /** What exactly is tried: `UPDATE reaches no row of another tenant`. */
  readonly name: string
}

/** A claim, and how it is tried. */
export interface Proof<Session> extends Claimed {
  /** @throws Error that says what was expected and what came; NotProvable where this server cannot tell. */
  prove(session: Session): Promise<void>
}

/** A claim that cannot be tried, which is already known from the spec. */
export interface Unproved extends Claimed {
  readonly reason: string
}

export type Claim<Session> = Proof<Session> | Unproved

/** Thrown where a server does not let a claim be tried: the claim is reported as skipped, with this reason. */
export class NotProvable extends Error {
  override readonly name = 'NotProvable'
}

/** What became of a claim. */
export interface Outcome extends Claimed {
  readonly outcome: 'proved' | 'failed' | 'skipped'
  /** Why it was skipped. */
  readonly reason?: string
}

/** What a store's tests need while they run. */
export interface Opened<Session> {
  readonly session: Session
  /** For the report: which server, which version, under which name the tests' own place went. */
  readonly server: string
  /** Removes everything that was made. Returns what had to stay, in words. */
  close(): Promise<readonly string[]>
}
