import type { PostgresScalar } from '../../stores/postgres-type.ts'

/** What a condition says, for checks, predicates, policies and the `WHEN` of triggers. */
export type Expression =
  /** A column with its type, without length: the catalog casts by it. `row` in triggers only. */
  | { readonly kind: 'column'; readonly name: string; readonly type: ColumnType; readonly row?: 'old' | 'new' }
  | { readonly kind: 'literal'; readonly value: string | number | boolean; readonly type: ColumnType }
  /** `'{}'`, `'[]'`: the empty list of an array or of a jsonb column. */
  | { readonly kind: 'empty_list'; readonly type: ColumnType }
  | { readonly kind: 'null'; readonly type: ColumnType }
  /** `now()`. */
  | { readonly kind: 'now'; readonly type: ColumnType }
  | { readonly kind: 'is_null'; readonly of: Expression; readonly not: boolean }
  | {
      readonly kind: 'compare'
      readonly operator: '=' | '<>' | '<' | '<=' | '>' | '>=' | '~' | '<@' | 'is distinct from'
      readonly left: Expression
      readonly right: Expression
    }
  /** One of several values: `status IN ('a', 'b')`. */
  | { readonly kind: 'one_of'; readonly of: Expression; readonly values: readonly Expression[] }
  /** Every item of a list is one of several values: `tags <@ ARRAY['a', 'b']`. */
  | { readonly kind: 'all_of'; readonly of: Expression; readonly values: readonly Expression[] }
  /** A comparison that holds for each item of a list: `0 <= ALL (scores)`. The value stands on the left. */
  | {
      readonly kind: 'every'
      readonly operator: '<=' | '>='
      readonly left: Expression
      readonly list: Expression
    }
  /** Compared byte by byte, whatever the database's language: `code COLLATE "C"`. */
  | { readonly kind: 'collate'; readonly of: Expression; readonly collation: 'C' }
  /** `char_length(x)`, `jsonb_typeof(x)`, `array_position(x, NULL)`; with a schema where it is not PostgreSQL's own. */
  | {
      readonly kind: 'call'
      readonly schema?: 'stowage'
      readonly name: string
      readonly arguments: readonly Expression[]
    }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }
  /** The tenant that the session speaks for: `nullif(current_setting('app.tenant_id', true), '')::uuid`. */
  | { readonly kind: 'current_tenant'; readonly type?: ColumnType }
  /** Whether whoever asks works as another role: `CURRENT_USER <> 'shop_loader'`. */
  | { readonly kind: 'not_role'; readonly role: string }
  | { readonly kind: 'constant'; readonly value: boolean }

/** A type as `format_type` says it, without length or precision; `[]` for a list. */
export type ColumnType = ScalarType | `${ScalarType}[]`

export type ScalarType = PostgresScalar
