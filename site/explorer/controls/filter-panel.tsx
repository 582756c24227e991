import { type ReactElement, useMemo } from 'react'
import { storeNames } from '../../../generator/model/entity.ts'
import { countsOf } from '../core/filter.ts'
import { isFiltering, type Only, onlys, startView, toggled } from '../core/view.ts'
import { storeTitle } from '../core/words.ts'
import { DomainDot } from '../panel/domain-dot.tsx'
import { StoreIcon } from '../panel/store-icon.tsx'
import { useExplorer } from '../state/explorer-context.ts'
import { Check } from './check.tsx'
import { Legend } from './legend.tsx'

const onlyTitle: Readonly<Record<Only, string>> = { split: 'Split over stores', personal: 'With personal data' }

/** Narrows what is shown by store, by domain, and by what an entity is like. */
export function FilterPanel(): ReactElement {
  const { change, graph, view } = useExplorer()
  const counts = useMemo(() => countsOf(graph.graph), [graph])
  const { domains, only, stores } = startView
  return (
    <div className="sx-filters">
      <fieldset>
        <legend>Stores</legend>
        {storeNames
          .filter((store) => counts.stores.has(store))
          .map((store) => (
            <Check
              key={store}
              label={storeTitle[store]}
              count={counts.stores.get(store) ?? 0}
              mark={<StoreIcon store={store} />}
              checked={view.stores.has(store)}
              toggle={() => change({ ...view, stores: toggled(view.stores, store) })}
            />
          ))}
      </fieldset>
      <fieldset>
        <legend>Only</legend>
        {onlys.map((wanted) => (
          <Check
            key={wanted}
            label={onlyTitle[wanted]}
            count={counts.only.get(wanted) ?? 0}
            checked={view.only.has(wanted)}
            toggle={() => change({ ...view, only: toggled(view.only, wanted) })}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>Domains</legend>
        {graph.graph.domains.map(({ key, name }) => (
          <Check
            key={key}
            label={name}
            count={counts.domains.get(key) ?? 0}
            mark={<DomainDot domain={key} />}
            checked={view.domains.has(key)}
            toggle={() => change({ ...view, domains: toggled(view.domains, key) })}
          />
        ))}
      </fieldset>
      <button
        type="button"
        className="sx-button"
        disabled={!isFiltering(view)}
        onClick={() => change({ ...view, domains, only, stores })}
      >
        Clear
      </button>
      <Legend />
    </div>
  )
}
