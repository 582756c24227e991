import type { ApplyOptions, ApplyReport, Difference, LiveStoreName } from '../../live/report.ts'
import type { Model } from '../../model/model.ts'
import type { Io } from '../io.ts'

/** How the command line drives one kind of store. */
export interface Store {
  readonly name: LiveStoreName
  /** As it is called in texts: `PostgreSQL`. */
  readonly title: string
  /** Whether the spec declares it. */
  isDeclaredIn(model: Model): boolean
  /**
   * Reads the environment, loads the client package and connects, so that an unreachable server is known before anything
   * is done.
   * @throws UserError where an environment variable or the client package is missing (exit code 2)
   * @throws StoreRefusal where the server cannot be reached or refuses (exit code 3)
   */
  connect(surroundings: StoreSurroundings): Promise<StoreConnection>
}

/** What a store is told of the run. */
export interface StoreSurroundings {
  readonly model: Model
  readonly env: Io['env']
  /** The project's folder, absolute. */
  readonly folder: string
  /** Tells a person something that is neither a step nor a difference: `object lock shortened to 1 day, for STOWAGE_ENV=test`. */
  readonly note: (text: string) => void
  /** Names what is under way, for the progress at a terminal. */
  readonly progress: (text: string) => void
}

/** One server, connected to. Its methods throw StoreRefusal where it goes away or refuses. */
export interface StoreConnection {
  /** Where it is, without a user or a password: `shop at db.example.com:5432`. */
  readonly target: string
  /** The places, as differences name them, of what the spec keeps there: where all are missing, it was never applied. */
  readonly contents: readonly string[]
  /** Makes what is missing; of what differs it changes only what `ApplyOptions` allows. */
  apply(options: ApplyOptions): Promise<ApplyReport>
  /** Compares without changing anything. */
  verify(): Promise<readonly Difference[]>
  close(): Promise<void>
}
