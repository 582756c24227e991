import { factsOfDomains } from './domains.ts'
import type { ConventionFacts, LifecycleFact, MixinFact, StoreFacts, TenancyFacts, ValueTypeFact } from './facts.ts'
import { factsIn } from './read.ts'

interface ProjectFacts {
  /** The values of each enum. */
  readonly enums: Readonly<Record<string, readonly string[]>>
  /** Embedded shapes. */
  readonly valueTypes: readonly ValueTypeFact[]
  /** What records have in common. */
  readonly mixins: readonly MixinFact[]
  /** Whose the records are. */
  readonly tenancy: TenancyFacts
  /** Where the records are. */
  readonly stores: StoreFacts
  /** How things are called, where the spec insists on it. */
  readonly conventions: ConventionFacts
}

export const { enums, valueTypes, mixins, tenancy, stores, conventions } = factsIn<ProjectFacts>('project.json')

/** The life cycles, by their entities. */
export const lifecycles: readonly LifecycleFact[] = factsOfDomains<{
  readonly lifecycles?: readonly LifecycleFact[]
}>().flatMap((domain) => domain.lifecycles ?? [])
