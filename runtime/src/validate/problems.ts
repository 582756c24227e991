import type { InputIssue } from '../errors/errors.ts'

/** Collects what is wrong with an input, and where. Messages name what is wanted, never what was given. */
export class Problems {
  readonly issues: InputIssue[] = []
  readonly #path: (string | number)[] = []

  add(message: string): void {
    this.issues.push({ path: [...this.#path], message })
  }

  /** Does work on a member or an item, so that what it finds is said of that place. */
  at<T>(key: string | number, work: () => T): T {
    this.#path.push(key)
    try {
      return work()
    } finally {
      this.#path.pop()
    }
  }

  /** Says something of a member. */
  addAt(key: string | number, message: string): void {
    this.issues.push({ path: [...this.#path, key], message })
  }
}

/** Looks at one value and gives it as a store takes it; what is returned of a wrong one is used by nobody. */
export type Check = (value: unknown, problems: Problems) => unknown
