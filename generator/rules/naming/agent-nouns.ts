/** People at work, and what they did: a reference to a user is named by the latter (`reviewer` -> `reviewed_by`). */
const irregular: ReadonlyMap<string, string> = new Map([
  ['author', 'authored'],
  ['buyer', 'bought'],
  ['chooser', 'chosen'],
  ['driver', 'driven'],
  ['editor', 'edited'],
  ['keeper', 'kept'],
  ['leader', 'led'],
  ['maker', 'made'],
  ['payer', 'paid'],
  ['seller', 'sold'],
  ['sender', 'sent'],
  ['teacher', 'taught'],
  ['writer', 'written'],
])

/** Verbs whose agent noun ends in -er or -or and whose past ends in -ed. */
const regular =
  /^(accept|approv|assign|cancel|clos|creat|delet|edit|handl|inspect|invit|manag|open|own|publish|reject|request|review|schedul|sign|submit|supervis|updat|upload|verif[iy])(e|o)r$/

/** The participle for a word that names a person at work; any other word as it is. `own` are those that a project adds. */
export function verbOf(noun: string, own: ReadonlyMap<string, string>): string {
  const known = own.get(noun) ?? irregular.get(noun)
  if (known !== undefined) return known
  const stem = regular.exec(noun)?.[1]
  if (stem === undefined) return noun
  if (stem === 'submit') return 'submitted'
  return `${stem.replace(/y$/, 'i')}ed`
}
