import type { Description } from '../description/description.ts'
import { entityIn } from '../scoped/context.ts'
import { Factory } from './factory.ts'
import { Parents } from './parents.ts'

export interface FactoriesOptions {
  /**
   * The same seed gives the same values in the same order; 1 where absent. Two that make records in one database want a
   * seed each, or what is unique clashes.
   */
  readonly seed?: number
}

/** Makes valid records of one entity. */
export interface EntityFactory<Given extends object = object, Made = unknown> {
  /** What `create` would be given: every required field, over all stores. Required references are made first. */
  input(db: object, given?: Given): Promise<object>
  /**
   * @param given what is to be as it says; a state of a life cycle is reached by legal moves
   */
  create(db: object, given?: Given): Promise<Made>
  createMany(db: object, count: number, given?: Given): Promise<readonly Made[]>
}

/** A factory for each entity, by its member. Records that are referred to are made once for a client and shared. */
export function createFactories<Factories = Readonly<Record<string, EntityFactory>>>(
  description: Description,
  { seed = 1 }: FactoriesOptions = {},
): Factories {
  const parents = new Parents()
  const made = new Map<string, Factory>()
  const factoryOf = (member: string): Factory => {
    const known = made.get(member)
    if (known !== undefined) return known
    const factory = new Factory({
      description,
      seed,
      member,
      entity: entityIn(description, member),
      parents,
      factoryOf,
    })
    made.set(member, factory)
    return factory
  }
  // What each of them takes and gives is for the generated types to say.
  return Object.fromEntries(Object.keys(description.entities).map((member) => [member, factoryOf(member)])) as Factories
}
