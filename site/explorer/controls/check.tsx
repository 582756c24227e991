import type { ReactElement, ReactNode } from 'react'

interface Props {
  readonly label: string
  readonly count: number
  readonly mark?: ReactNode
  readonly checked: boolean
  readonly toggle: () => void
}

/** A choice of the filter, with how many entities it holds for. */
export function Check({ checked, count, label, mark, toggle }: Props): ReactElement {
  return (
    <label className="sx-check">
      <input type="checkbox" checked={checked} onChange={toggle} />
      {mark}
      <span className="sx-check-name">{label}</span> <span className="sx-count">{count}</span>
    </label>
  )
}
