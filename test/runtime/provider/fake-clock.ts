import type { Clock } from '../../../runtime/src/retry/clock.ts'

/** Time that passes when somebody sleeps, and chance that is said. */
export class FakeClock implements Clock {
  time = 0
  readonly sleeps: number[] = []
  readonly #chance: number

  constructor(chance = 0.5) {
    this.#chance = chance
  }

  now(): number {
    return this.time
  }

  random(): number {
    return this.#chance
  }

  pass(ms: number): void {
    this.time += ms
  }

  async sleep(ms: number): Promise<void> {
    this.sleeps.push(ms)
    this.pass(ms)
  }
}
