import { type ReactElement, useEffect, useRef } from 'react'
import type { ExplorerEntity } from '../../../generator/site/explorer-graph.ts'
import { Choices } from '../controls/choices.tsx'
import { pageAddress } from '../core/page-address.ts'
import type { Near } from '../core/view.ts'
import { useExplorer } from '../state/explorer-context.ts'
import { DomainDot } from './domain-dot.tsx'
import { PartSection } from './part-section.tsx'
import { Relations } from './relations.tsx'

const steps = [
  ['all', 'All'],
  ['1', '1 step'],
  ['2', '2 steps'],
] as const
const nearOf: Readonly<Record<(typeof steps)[number][0], Near | undefined>> = { all: undefined, 1: 1, 2: 2 }

interface Props {
  readonly entity: ExplorerEntity
  readonly close: () => void
}

/** Everything that the graph knows of the selected entity, and the way to its page. */
export function EntityPanel({ close, entity }: Props): ReactElement {
  const body = useRef<HTMLElement>(null)
  const before = useRef(entity.id)
  useEffect(() => {
    // A relation that was followed is gone with its panel: one reads on at the top of the new one.
    if (before.current !== entity.id && document.activeElement === document.body) body.current?.focus()
    before.current = entity.id
  }, [entity.id])

  const { base, change, graph, view } = useExplorer()
  const page = pageAddress(base, entity.page)
  const links = graph.links.get(entity.id) ?? []
  const chosen = view.near === undefined ? 'all' : (`${view.near}` as const)
  return (
    <aside className="sx-panel" aria-label={entity.name}>
      <header className="sx-panel-head">
        <h2>{entity.name}</h2>
        <button type="button" className="sx-icon-button" aria-label="Close" title="Close (Escape)" onClick={close}>
          <svg className="sx-icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />
          </svg>
        </button>
        <p className="sx-panel-domain">
          <DomainDot domain={entity.domain} /> {graph.domains.get(entity.domain)?.name ?? entity.domain}
        </p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a pointer */}
      <section ref={body} className="sx-panel-body" tabIndex={0} aria-label={`About ${entity.name}`}>
        {entity.about !== undefined && <p>{entity.about}</p>}
        {page !== undefined && (
          <a className="sx-button sx-primary" href={page}>
            Open its page
          </a>
        )}
        <div className="sx-near">
          <span>Neighbours only</span>
          <Choices
            label="Neighbours"
            choices={steps}
            chosen={chosen}
            choose={(choice) => {
              const { near: _near, ...rest } = view
              const near = nearOf[choice]
              change(near === undefined ? rest : { ...rest, near })
            }}
          />
        </div>
        <Relations title="Refers to" entity={entity.id} links={links} direction="out" />
        <Relations title="Referred to by" entity={entity.id} links={links} direction="in" />
        {entity.parts.map((part) => (
          <PartSection key={part.id} part={part} />
        ))}
      </section>
    </aside>
  )
}
