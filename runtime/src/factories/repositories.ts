/** What is used of a repository of a scope; the generated types of it say more. */
export interface FactoryRepository {
  create(input: object): Promise<Made>
  createMany(inputs: readonly object[]): Promise<readonly Made[]>
  findFirst(args: object): Promise<Made | null>
  transition(refId: string, to: string, options: { readonly from: string }): Promise<Made>
}

export interface Made {
  readonly refId: string
}

/** @throws TypeError where the client of the scope has no such entity */
export function repositoryIn(db: object, member: string): FactoryRepository {
  const found: unknown = Reflect.get(db, member)
  if (typeof found !== 'object' || found === null) throw new TypeError(`the client has no ${member}`)
  // Every repository has the members that its kind of entity allows.
  return found as FactoryRepository
}
