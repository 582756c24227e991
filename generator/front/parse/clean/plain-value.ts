/** The words that the core schema of YAML 1.2 takes for something else than text. */
const words: ReadonlyMap<string, null | boolean | number> = new Map<string, null | boolean | number>([
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
])

const number = /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+)$/

/** What anything but text starts with. */
const special = /^[-+.\d~nNtTfF]/

/** What a plain scalar stands for in the core schema: its own text, unless that is a number or one of few words. */
export function plainValue(text: string): string | number | boolean | null {
  if (!special.test(text)) return text
  const word = words.get(text)
  if (word !== undefined) return word
  return number.test(text) ? Number(text) : text
}
