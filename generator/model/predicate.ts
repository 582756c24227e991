/** One condition of a partial index: the record's field against a constant. */
export type Condition =
  | { readonly field: string; readonly is: 'equal'; readonly value: string | number | boolean }
  | { readonly field: string; readonly is: 'in'; readonly values: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly is: 'null' }
  | { readonly field: string; readonly is: 'not_null' }

/** Conditions that must all hold. Fields are logical names of the same part. */
export type Predicate = readonly Condition[]
