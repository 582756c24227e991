import type { ReactElement } from 'react'
import type { Found } from '../core/search.ts'
import { partWord } from '../core/words.ts'
import { StoreIcon } from '../panel/store-icon.tsx'

interface Props {
  readonly id: string
  readonly found: Found
  readonly active: boolean
  readonly choose: () => void
}

/** One line of what a search found. */
export function FoundOption({ active, choose, found, id }: Props): ReactElement {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the box has the focus and the keys
    <div
      id={id}
      role="option"
      aria-selected={active}
      className="sx-option"
      // Pressing must not take the focus out of the box before the click has chosen.
      onPointerDown={(event) => event.preventDefault()}
      onClick={choose}
    >
      {found.store === undefined ? <span className="sx-letter">E</span> : <StoreIcon store={found.store} />}
      <span className="sx-option-name">{found.text}</span>
      <span className="sx-option-where">{where(found)}</span>
    </div>
  )
}

function where({ kind, store, within }: Found): string {
  switch (kind) {
    case 'entity':
      return within
    case 'part':
      return store === undefined ? within : `${partWord[store]} of ${within}`
    case 'field':
      return `in ${within}`
  }
}
