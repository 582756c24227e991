import type { ReactElement } from 'react'
import type { Detail } from '../core/view.ts'
import { isFiltering } from '../core/view.ts'
import { shownWords } from '../core/words.ts'
import { useExplorer } from '../state/explorer-context.ts'
import { Choices } from './choices.tsx'
import { SearchBox } from './search-box.tsx'

const detailTitles: readonly (readonly [Detail, string])[] = [
  ['names', 'Names'],
  ['keys', 'Keys'],
  ['all', 'All fields'],
]

interface Props {
  readonly shown: number
  readonly asMap: boolean
  readonly filters: { readonly open: boolean; readonly toggle: () => void }
}

/** What is always at hand: the search, how much is shown, and how many. */
export function Toolbar({ asMap, filters, shown }: Props): ReactElement {
  const { change, graph, view } = useExplorer()
  const chosen = view.domains.size + view.only.size + view.stores.size
  const all = graph.graph.domains.map(({ key }) => key)
  const isAllOpen = all.every((key) => view.open.has(key))
  return (
    <div className="sx-toolbar">
      <SearchBox />
      <button
        type="button"
        className="sx-button"
        aria-expanded={filters.open}
        aria-controls="sx-filters"
        onClick={filters.toggle}
      >
        Filters
        {isFiltering(view) && <span className="sx-badge">{chosen}</span>}
      </button>
      <Choices
        label="Detail"
        choices={detailTitles}
        chosen={view.detail}
        choose={(detail) => change({ ...view, detail })}
      />
      {asMap && (
        <button
          type="button"
          className="sx-button"
          onClick={() => change({ ...view, open: new Set(isAllOpen ? [] : all) })}
        >
          {isAllOpen ? 'Close all domains' : 'Open all domains'}
        </button>
      )}
      <output className="sx-shown" data-shown={shown}>
        {shownWords(shown, graph.graph.entities.length)}
      </output>
    </div>
  )
}
