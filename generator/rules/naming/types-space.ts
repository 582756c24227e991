import type { Model } from '../../model/model.ts'

/** Names of enums, value types and entities share one space. */
export function* typeNames(model: Model): Generator<string> {
  yield* model.byName.enums.keys()
  yield* model.byName.valueTypes.keys()
  yield* model.byName.entities.keys()
}
