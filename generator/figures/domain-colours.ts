import type { Model } from '../model/model.ts'
import { type DomainClass, domainClasses } from '../print/mermaid/theme.ts'

/** The colours of each domain, by its place in the list of domains. */
export function domainColours(model: Model): (domain: string) => DomainClass {
  const places = new Map(model.domains.map(({ name }, index) => [name, index % domainClasses.length]))
  return (domain) => domainClasses[places.get(domain) ?? 0] ?? 'domain1'
}
