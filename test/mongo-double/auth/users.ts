import { type RoleName, roleId } from './roles.ts'
import { type ScramCredential, scramCredential } from './scram.ts'

export interface User {
  readonly database: string
  readonly name: string
  readonly roles: readonly RoleName[]
  readonly credential: ScramCredential
}

/** Who may log in. A user belongs to the database that it was created in. */
export class Users {
  readonly #users = new Map<string, User>()

  get all(): readonly User[] {
    return [...this.#users.values()]
  }

  find(database: string, name: string): User | undefined {
    return this.#users.get(userId(database, name))
  }

  has(id: string): boolean {
    return this.#users.has(id)
  }

  add(database: string, name: string, password: string, roles: readonly RoleName[]): void {
    this.set({ database, name, roles, credential: scramCredential(password) })
  }

  set(user: User): void {
    this.#users.set(userId(user.database, user.name), user)
  }

  drop(database: string, name: string): boolean {
    return this.#users.delete(userId(database, name))
  }

  /** Takes a role from everybody who has it. */
  revoke(role: RoleName): void {
    for (const user of this.#users.values()) {
      this.set({ ...user, roles: user.roles.filter((other) => roleId(other) !== roleId(role)) })
    }
  }
}

export const userId = (database: string, name: string): string => `${database}.${name}`
