import { type ReactElement, useId } from 'react'

interface Props<T extends string> {
  readonly label: string
  readonly choices: readonly (readonly [T, string])[]
  readonly chosen: T
  readonly choose: (choice: T) => void
}

/** A few choices side by side, of which one holds. */
export function Choices<T extends string>({ choices, choose, chosen, label }: Props<T>): ReactElement {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className="sx-choices">
      {choices.map(([choice, text]) => (
        <label key={choice}>
          <input type="radio" name={name} checked={choice === chosen} onChange={() => choose(choice)} />
          <span>{text}</span>
        </label>
      ))}
    </div>
  )
}
