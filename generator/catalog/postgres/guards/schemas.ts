import type { Model } from '../../../model/model.ts'
import type { Schema } from '../../../print/sql/tree.ts'
import { readersOf } from './grants.ts'

/** What the spec declares lies in `public`; what makes it hold, beside it. */
export function schemasOf(model: Model): readonly Schema[] {
  const usage = readersOf(model)
  return [
    { name: 'public', about: 'What the spec declares.', usage },
    { name: 'stowage', about: 'What makes it hold: functions, legal moves, partitions.', usage },
  ]
}
