import type { ReactElement } from 'react'
import type { ExplorerPart } from '../../../generator/site/explorer-graph.ts'
import { partWord, storeTitle } from '../core/words.ts'
import { StoreIcon } from './store-icon.tsx'

/** A part of an entity with all its fields. */
export function PartSection({ part: { facts, fields, store, title } }: { readonly part: ExplorerPart }): ReactElement {
  return (
    <section className="sx-part-section" data-store={store}>
      <h3>
        <StoreIcon store={store} /> <code>{title}</code>
      </h3>
      <p className="sx-where">
        {storeTitle[store]} {partWord[store]}
      </p>
      {facts.length > 0 && (
        <ul className="sx-facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {fields.length > 0 && (
        <table>
          <thead className="sx-unseen">
            <tr>
              <th>Key</th>
              <th>Field</th>
              <th>Type</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ classify, indexed, keys, name, optional, type }) => (
              <tr key={name}>
                <td className="sx-key">{keys.length > 0 ? keys.join(' ') : indexed ? 'IX' : ''}</td>
                <th scope="row">
                  {name}
                  {(classify === 'pii' || classify === 'secret') && (
                    <span className="sx-pii">{classify === 'pii' ? 'PII' : 'secret'}</span>
                  )}
                </th>
                <td className="sx-type">
                  {type}
                  {optional ? '?' : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
