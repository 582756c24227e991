import { aggregation } from './aggregation.ts'
import { authentication } from './authentication.ts'
import type { BehaviourGroup } from './behaviour.ts'
import { bulks } from './bulks.ts'
import { changeStreams } from './change-streams.ts'
import { collections } from './collections.ts'
import { cursors } from './cursors.ts'
import { errors } from './errors.ts'
import { expiry } from './expiry.ts'
import { handshake } from './handshake.ts'
import { indexAdministration } from './index-administration.ts'
import { indexRefusals } from './index-refusals.ts'
import { mongooseModels } from './mongoose-models.ts'
import { querying } from './querying.ts'
import { roles } from './roles.ts'
import { specialIndexes } from './special-indexes.ts'
import { textSearch } from './text-search.ts'
import { textSearchRefusals } from './text-search-refusals.ts'
import { transactions } from './transactions.ts'
import { uniqueIndexes } from './unique-indexes.ts'
import { validation } from './validation.ts'
import { writing } from './writing.ts'

/** Everything that the double is held to; a real MongoDB 7 must pass it as well. */
export const behaviours: readonly BehaviourGroup[] = [
  handshake,
  writing,
  querying,
  errors,
  uniqueIndexes,
  specialIndexes,
  expiry,
  textSearch,
  textSearchRefusals,
  validation,
  collections,
  indexAdministration,
  indexRefusals,
  transactions,
  changeStreams,
  aggregation,
  bulks,
  cursors,
  authentication,
  roles,
  mongooseModels,
]
