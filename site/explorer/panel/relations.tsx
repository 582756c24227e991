import type { ReactElement } from 'react'
import type { ExplorerLink } from '../../../generator/site/explorer-graph.ts'
import { linkWords } from '../core/words.ts'
import { useExplorer } from '../state/explorer-context.ts'

interface Props {
  readonly title: string
  readonly entity: string
  readonly links: readonly ExplorerLink[]
  readonly direction: 'out' | 'in'
}

/** The relations of an entity in one direction, each a way to its other end. */
export function Relations({ direction, entity, links, title }: Props): ReactElement | null {
  const { graph, select } = useExplorer()
  const shown = links.filter(({ from, fromPart, to, toPart }) => {
    // From part to part of the same entity it is told once.
    if (direction === 'in') return to === entity && (from !== entity || fromPart === toPart)
    return from === entity
  })
  if (shown.length === 0) return null
  return (
    <section>
      <h3>
        {title} <span className="sx-count">{shown.length}</span>
      </h3>
      <ul className="sx-relations">
        {shown.map((link) => {
          const other = graph.entities.get(direction === 'out' ? link.to : link.from)
          if (other === undefined) return null
          const part = other.parts.find(({ id }) => id === (direction === 'out' ? link.toPart : link.fromPart))
          const isOwn = other.id === entity
          return (
            <li key={link.id}>
              <button type="button" disabled={isOwn} onClick={() => select(other.id)}>
                <span className="sx-relation-name" data-store={part?.store}>
                  {isOwn ? (part?.title ?? other.name) : other.name}
                </span>
                <span className="sx-relation-how" data-kind={link.kind}>
                  <code>{link.label}</code> {linkWords[link.kind]}
                  {link.optional ? ', optional' : ''}
                  {link.list ? ', many' : ''}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
