import { ReactFlowProvider } from '@xyflow/react'
import { type KeyboardEvent, type ReactElement, useMemo, useState } from 'react'
import { Canvas } from './canvas/canvas.tsx'
import { FilterPanel } from './controls/filter-panel.tsx'
import { Toolbar } from './controls/toolbar.tsx'
import type { Indexed } from './core/indexed.ts'
import { sceneOf } from './core/scene.ts'
import { shownIn } from './core/shown.ts'
import { deselected, startView } from './core/view.ts'
import { usePlacement } from './layout/use-placement.ts'
import { EntityPanel } from './panel/entity-panel.tsx'
import { Progress } from './panel/progress.tsx'
import { Spoken } from './panel/spoken.tsx'
import { type Explorer as Context, ExplorerContext } from './state/explorer-context.ts'
import { useMedia } from './state/use-media.ts'
import { useSame } from './state/use-same.ts'
import { useView } from './state/use-view.ts'

interface Props {
  readonly graph: Indexed
  readonly base: string
}

/** The whole explorer: what is wanted, what is shown of it, and where. */
export function Explorer({ base, graph }: Props): ReactElement {
  const [view, change] = useView(graph)
  const isNarrow = useMedia('(max-width: 50rem)')
  const [filters, setFilters] = useState(() => window.matchMedia('(min-width: 72rem)').matches)
  const shown = useMemo(() => shownIn(graph, view), [graph, view])
  const wanted = useMemo(() => sceneOf(graph, view, shown), [graph, shown, view])
  const scene = useSame(wanted, (a, b) => a.key === b.key)
  const { busy, placed, plain } = usePlacement(scene)
  const entity = graph.entities.get(view.selected ?? '')
  const explorer = useMemo(
    (): Context => ({ graph, base, view, change, select: (selected) => change({ ...view, selected }) }),
    [base, change, graph, view],
  )
  const close = (): void => {
    // The panel goes, and the keyboard with it: back to the card.
    const card = `[data-entity="${CSS.escape(view.selected ?? '')}"]`
    document.querySelector<HTMLElement>(card)?.focus({ preventScroll: true })
    change(deselected(view))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && view.selected !== undefined) close()
  }
  const { domains, only, stores } = startView
  return (
    <ExplorerContext value={explorer}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape clears the selection wherever the focus is */}
      <div
        className="sx"
        data-ready={busy ? undefined : ''}
        data-filters={filters ? '' : undefined}
        data-panel={entity === undefined ? undefined : ''}
        onKeyDown={onKeyDown}
      >
        <Toolbar
          shown={shown.ids.length}
          asMap={shown.asMap}
          filters={{ open: filters, toggle: () => setFilters(!filters) }}
        />
        <div id="sx-filters" className="sx-side" hidden={!filters}>
          <FilterPanel />
        </div>
        <div className="sx-main">
          {placed !== undefined && (
            <ReactFlowProvider>
              <Canvas placed={placed} isNarrow={isNarrow} />
            </ReactFlowProvider>
          )}
          {busy && <Progress boxes={scene.cards.length + scene.tiles.length} />}
          {plain && <p className="sx-notice">The layout could not be computed here, so the boxes stand in rows.</p>}
          {shown.ids.length === 0 && (
            <div className="sx-notice">
              No entity is like this.{' '}
              <button type="button" className="sx-link" onClick={() => change({ ...view, domains, only, stores })}>
                Show all
              </button>
            </div>
          )}
        </div>
        {entity !== undefined && <EntityPanel entity={entity} close={close} />}
        <Spoken entity={entity} shown={shown.ids.length} busy={busy} />
      </div>
    </ExplorerContext>
  )
}
