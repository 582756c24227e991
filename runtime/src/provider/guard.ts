import type { Watch } from '../observe/watch.ts'

/** What stands between a caller and a repository. */
export interface Guard {
  readonly watch: Watch
  /** @throws Closed where the scope has ended. */
  check(): void
  /**
   * Calls it when the scope ends; what never ends by itself, as soon as the provider begins to close. Gives what takes it
   * back.
   */
  whenEnded(work: () => void, isEndless: boolean): () => void
  /** After each call that removes records of an entity, whatever came of it. */
  removed?(member: string): void
}
