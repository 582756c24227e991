const short: readonly (readonly [RegExp, string])[] = [
  [/^character varying/, 'varchar'],
  [/^character(?=\()/, 'char'],
  [/^timestamp(\(\d\))? with time zone/, 'timestamptz$1'],
]

const known = new Map<string, string>()

/** A type as one writes it: `varchar(120)` for `character varying(120)`, `timestamptz(3)`. */
export function printType(declared: string): string {
  const printed = known.get(declared) ?? shortened(declared)
  known.set(declared, printed)
  return printed
}

function shortened(declared: string): string {
  for (const [long, word] of short) if (long.test(declared)) return declared.replace(long, word)
  return declared
}
