/** An error that a function raises. Every text is an expression of SQL, so what comes from a spec is a literal by then. */
export interface Refusal {
  readonly sqlstate:
    | 'check_violation'
    | 'foreign_key_violation'
    | 'invalid_parameter_value'
    | 'object_not_in_prerequisite_state'
    | 'restrict_violation'
  readonly message: string
  readonly detail?: string
  readonly hint?: string
  readonly table: string
  readonly column?: string
  /** What tells a data layer which promise was about to be broken: the trigger's name, or the foreign key's. */
  readonly constraint?: string
}

/** The statement that raises it, one line a field. */
export function refusal(error: Refusal, indent = '  '): readonly string[] {
  const { sqlstate, message, detail, hint, table, column, constraint } = error
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['ERRCODE', `'${sqlstate}'`],
    ['MESSAGE', message],
    ['DETAIL', detail],
    ['HINT', hint],
    ['SCHEMA', `'public'`],
    ['TABLE', table],
    ['COLUMN', column],
    ['CONSTRAINT', constraint],
  ]
  const set = fields.flatMap(([name, value]) => (value === undefined ? [] : `${indent}  ${name} = ${value}`))
  return [`${indent}RAISE EXCEPTION USING`, ...set.map((line, at) => `${line}${at === set.length - 1 ? ';' : ','}`)]
}
