import type { CSSProperties, ReactElement } from 'react'
import type { Indexed } from '../core/indexed.ts'
import { useExplorer } from '../state/explorer-context.ts'

/** The colour of a domain: hues far apart for domains side by side. */
export function domainColour({ domainAt }: Indexed, domain: string): CSSProperties {
  const hue = Math.round(((domainAt.get(domain) ?? 0) * 137.5 + 20) % 360)
  return { '--sx-hue': hue } as CSSProperties
}

export function DomainDot({ domain }: { readonly domain: string }): ReactElement {
  const { graph } = useExplorer()
  return <span className="sx-dot" style={domainColour(graph, domain)} />
}
