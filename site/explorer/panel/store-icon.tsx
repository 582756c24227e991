import type { ReactElement } from 'react'
import type { StoreName } from '../../../generator/model/entity.ts'

const shapes: Readonly<Record<StoreName, string>> = {
  postgres: 'M2 3h12v10H2zM2 6.5h12M6.5 6.5V13',
  mongo: 'M4 1.8h5.5L12.5 5v9.2H4zM9.3 2v3.2h3M6.2 8.2h4M6.2 11h4',
  s3: 'M2.5 4l1.4 9.3h8.2L13.5 4M2.5 4c0-1.2 2.5-2 5.5-2s5.5.8 5.5 2-2.5 2-5.5 2-5.5-.8-5.5-2z',
}

/** A table, a document, a bucket. */
export function StoreIcon({ store }: { readonly store: StoreName }): ReactElement {
  return (
    <svg className="sx-icon" viewBox="0 0 16 16" data-store={store} aria-hidden="true">
      <path d={shapes[store]} />
    </svg>
  )
}
