import type { ReactElement } from 'react'
import type { ExplorerField } from '../../../generator/site/explorer-graph.ts'

interface Props {
  readonly field: ExplorerField
  readonly height: number
}

/** A field of a card: its keys, its name, its type. */
export function FieldRow({ field: { classify, indexed, keys, name, optional, type }, height }: Props): ReactElement {
  const [key] = keys
  return (
    <div className="sx-row" style={{ height }} data-key={key}>
      <span className="sx-key">{key ?? (indexed ? 'IX' : '')}</span>
      <span className="sx-field">{name}</span>
      {classify === 'pii' && <span className="sx-pii">PII</span>}
      {classify === 'secret' && <span className="sx-pii">secret</span>}
      <span className="sx-type">
        {type}
        {optional ? '?' : ''}
      </span>
    </div>
  )
}
