import { type KeyboardEvent, type ReactElement, useEffect, useId, useMemo, useRef, useState } from 'react'
import { type Found, search, searchIndex } from '../core/search.ts'
import { useExplorer } from '../state/explorer-context.ts'
import { FoundOption } from './found-option.tsx'
import { useSlash } from './use-slash.ts'

/** Finds an entity by its name or by what it holds. */
export function SearchBox(): ReactElement {
  const { graph, select } = useExplorer()
  const index = useMemo(() => searchIndex(graph.graph), [graph])
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const found = useMemo(() => search(index, text), [index, text])
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  useSlash(input)

  useEffect(() => {
    if (open) list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at, open])

  const choose = (chosen: Found | undefined): void => {
    if (chosen === undefined) return
    select(chosen.entity)
    setText('')
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const moved = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key]
    if (moved !== undefined && found.length > 0) setAt((moved + found.length) % found.length)
    else if (event.key === 'Enter') choose(found[at])
    else if (event.key === 'Escape' && text !== '') setText('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isOpen = open && text !== ''
  return (
    <search className="sx-search">
      <svg className="sx-icon" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M7 2.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9zM10.5 10.5L14 14" />
      </svg>
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Search entities, tables and fields"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && found.length > 0 ? `${id}-${at}` : undefined}
        placeholder="Search entities, tables, fields"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <span className="sx-slash" aria-hidden="true">
        /
      </span>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label="Found" className="sx-found" hidden={!isOpen}>
        {found.map((item, position) => (
          <FoundOption
            key={`${item.entity} ${item.kind} ${item.within} ${item.text}`}
            id={`${id}-${position}`}
            found={item}
            active={position === at}
            choose={() => choose(item)}
          />
        ))}
        {isOpen && found.length === 0 && <div className="sx-nothing">Nothing is called so.</div>}
      </div>
      <span className="sx-unseen" role="status">
        {isOpen ? `${found.length} found` : ''}
      </span>
    </search>
  )
}
