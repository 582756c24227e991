import type { NodeProps } from '@xyflow/react'
import { memo, type NamedExoticComponent, type ReactElement } from 'react'
import { type Card, measures, saysMore } from '../core/card.ts'
import { fitName } from '../core/fit-name.ts'
import { spokenEntity } from '../core/words.ts'
import { DomainDot } from '../panel/domain-dot.tsx'
import { StoreIcon } from '../panel/store-icon.tsx'
import { useExplorer } from '../state/explorer-context.ts'
import { useMarks } from '../state/marks.ts'
import { BoxButton } from './box-button.tsx'
import { FieldRow } from './field-row.tsx'
import type { CardNode as Node } from './nodes.ts'

/** An entity: its name and domain, then a section for each of its parts. */
export const CardNode: NamedExoticComponent<NodeProps<Node>> = memo(function CardNode({ data: { card }, id }) {
  const { graph } = useExplorer()
  const { far, selected } = useMarks()
  const label = spokenEntity(card.entity, graph.links.get(id)?.length ?? 0)
  return (
    <BoxButton id={id} label={label} className="sx-card" pressed={selected === id} data={{ 'data-entity': id }}>
      {far ? <FarCard card={card} /> : <NearCard card={card} />}
    </BoxButton>
  )
})

const NearCard = memo(function NearCard({ card }: { readonly card: Card }): ReactElement {
  const { graph, view } = useExplorer()
  const { entity, sections } = card
  return (
    <>
      <header className="sx-card-head" style={{ height: measures.head }}>
        <DomainDot domain={entity.domain} />
        <span className="sx-card-name">{entity.name}</span>
        <span className="sx-card-domain">{graph.domains.get(entity.domain)?.name ?? entity.domain}</span>
      </header>
      {sections.map(({ more, part, rows }) => (
        <section key={part.id} data-store={part.store}>
          <div className="sx-part" style={{ height: measures.section }}>
            <StoreIcon store={part.store} />
            <span>{part.title}</span>
          </div>
          {rows.map((field) => (
            <FieldRow key={field.name} field={field} height={measures.row} />
          ))}
          {saysMore(more, view.detail) && (
            <div className="sx-row sx-more" style={{ height: measures.row }}>
              {more} more
            </div>
          )}
        </section>
      ))}
    </>
  )
})

/** From far away only the name can be read, and the colours of the stores be seen. */
const FarCard = memo(function FarCard({ card }: { readonly card: Card }): ReactElement {
  const { entity, height, sections, width } = card
  const { lines, size } = fitName(entity.name, width - 30, height - 8, 48)
  return (
    <div className="sx-far">
      <div className="sx-far-stores">
        {sections.map(({ part }) => (
          <span key={part.id} data-store={part.store} />
        ))}
      </div>
      <span className="sx-far-name" style={{ fontSize: `${size}px` }}>
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </span>
    </div>
  )
})
