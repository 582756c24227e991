import type { S3 } from '@aws-sdk/client-s3'
import { send } from './answer.ts'
import { sign } from './sign.ts'

const second = 1000

/** The server's time: it decides when a lock or a URL ends, and another machine's clock may be off. */
export class Clock {
  #ahead = 0
  #lockedUntil = 0

  /** Asks for the server's time. Where it does not tell, this machine's holds. */
  async set(api: S3, bucket: string, key: string): Promise<void> {
    const { headers } = await send(await sign(api, { method: 'GET', bucket, key, seconds: 60, from: new Date() }))
    const told = Date.parse(headers.get('date') ?? '')
    // It is told in whole seconds: less is no difference.
    const ahead = told - Date.now()
    this.#ahead = Number.isNaN(ahead) || Math.abs(ahead) < 2 * second ? 0 : ahead
  }

  now(): Date {
    return new Date(Date.now() + this.#ahead)
  }

  /** A moment to come, until which something is going to be locked. */
  in(seconds: number): Date {
    const moment = new Date(this.now().getTime() + seconds * second)
    this.#lockedUntil = Math.max(this.#lockedUntil, moment.getTime())
    return moment
  }

  /** A moment that has passed. */
  ago(seconds: number): Date {
    return new Date(this.now().getTime() - seconds * second)
  }

  /** Milliseconds until all locks have ended. */
  untilUnlocked(): number {
    return Math.max(0, this.#lockedUntil + second - this.now().getTime())
  }
}
