import type { ReactElement } from 'react'

/** What the lines and marks of the diagram mean. */
export function Legend(): ReactElement {
  return (
    <dl className="sx-legend">
      <dt>
        <svg viewBox="0 0 44 12" aria-hidden="true">
          <path d="M2 6h40M34 6l8-4M34 6l8 4M8 2v8" />
        </svg>
      </dt>
      <dd>Foreign key: one to many</dd>
      <dt>
        <svg viewBox="0 0 44 12" aria-hidden="true">
          <path d="M2 6h40" strokeDasharray="5 4" />
        </svg>
      </dt>
      <dd>Pointer that no database checks</dd>
      <dt>
        <span className="sx-key">PK</span> <span className="sx-key">FK</span>
      </dt>
      <dd>Primary and foreign key</dd>
      <dt>
        <span className="sx-key">UK</span> <span className="sx-key">IX</span>
      </dt>
      <dd>Unique, indexed</dd>
      <dt>
        <span className="sx-key">REF</span>
      </dt>
      <dd>Field of a pointer</dd>
      <dt>
        <span className="sx-type">?</span>
      </dt>
      <dd>May be empty</dd>
      <dd className="sx-note">Not drawn: tenants, and users kept for the books.</dd>
    </dl>
  )
}
