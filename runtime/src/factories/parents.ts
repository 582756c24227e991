/** Records that others refer to: one of each entity for a client, which is one scope. */
export class Parents {
  readonly #known = new WeakMap<object, Map<string, Promise<string>>>()

  /** Its public id. */
  of(db: object, member: string, make: () => Promise<string>): Promise<string> {
    const ofClient = this.#known.get(db) ?? new Map<string, Promise<string>>()
    this.#known.set(db, ofClient)
    const known = ofClient.get(member)
    if (known !== undefined) return known
    const made = make()
    ofClient.set(member, made)
    made.catch(() => ofClient.delete(member))
    return made
  }
}
