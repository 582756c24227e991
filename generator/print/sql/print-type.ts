const short: readonly (readonly [RegExp, string])[] = [
  [/^character varying/, 'varchar'],
  [/^character(?=\()/, 'char'],
  [/^timestamp(\(\d\))? with time zone/, 'timestamptz$1'],
]

/** A type as one writes it: `varchar(120)` for `character varying(120)`, `timestamptz(3)`. */
export function printType(declared: string): string {
  for (const [long, word] of short) if (long.test(declared)) return declared.replace(long, word)
  return declared
}
