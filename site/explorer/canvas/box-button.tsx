import type { CSSProperties, KeyboardEvent, ReactElement, ReactNode } from 'react'
import { useMarks } from '../state/marks.ts'
import { useAwaited } from './use-awaited.ts'

interface Props {
  readonly id: string
  readonly label: string
  readonly className: string
  readonly style?: CSSProperties
  readonly pressed?: boolean
  readonly expanded?: boolean
  /** The attribute by which it is found: `data-entity`. */
  readonly data: Readonly<Record<`data-${string}`, string>>
  readonly children: ReactNode
}

/** A box of the diagram that can be clicked, walked to with the arrow keys, and opened with Enter. */
export function BoxButton({ children, className, data, expanded, id, label, pressed, style }: Props): ReactElement {
  const { activate, hover, hovered, related, selected } = useMarks()
  const box = useAwaited<HTMLDivElement>(id)
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    activate(id)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button may hold phrases only, and a card has sections and rows
    <div
      {...data}
      ref={box}
      role="button"
      tabIndex={-1}
      aria-pressed={pressed}
      aria-expanded={expanded}
      className={className}
      style={style}
      data-selected={selected === id ? '' : undefined}
      data-dim={related !== undefined && !related.has(id) ? '' : undefined}
      data-lit={hovered === id ? '' : undefined}
      onClick={() => activate(id)}
      onKeyDown={press}
      onPointerEnter={() => hover(id)}
      onPointerLeave={() => hover(undefined)}
      onFocus={() => hover(id)}
      onBlur={() => hover(undefined)}
    >
      <span className="sx-unseen">{label}</span>
      {/* The sentence above tells all this. */}
      <div className="sx-box" aria-hidden="true">
        {children}
      </div>
    </div>
  )
}
