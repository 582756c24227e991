import { factsIn } from './read.ts'

const { domains } = factsIn<{ readonly domains: readonly string[] }>('project.json')

/** The facts of every domain that has entities, one file each. What is in one depends on the stores in use. */
export function factsOfDomains<T>(): readonly T[] {
  return domains.map((domain) => factsIn<T>(`domains/${domain}.json`))
}
