/**
 * The Snowball stemmer of English ("Porter 2"), which MongoDB's text index uses: `running` and `runs` become `run`.
 * https://snowballstem.org/algorithms/english/stemmer.html
 * @param word in lower case; a letter in upper case counts as a consonant
 */
export function stemEnglish(word: string): string {
  if (word.length <= 2) return word
  const special = specialWords.get(word)
  if (special !== undefined) return special
  // A y that is a consonant is written Y until the end.
  const marked = word
    .replace(/^'/, '')
    .replace(/^y/, 'Y')
    .replaceAll(/([aeiouy])y/g, '$1Y')
  const regions = regionsOf(marked)
  const singular = step1a(marked.replace(/('s'|'s|')$/, ''))
  if (invariant.has(singular)) return singular
  return steps.reduce((stem, step) => step(stem, regions), singular).replaceAll('Y', 'y')
}

const specialWords: ReadonlyMap<string, string> = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ...['sky', 'news', 'howe', 'atlas', 'cosmos', 'bias', 'andes'].map((word): [string, string] => [word, word]),
])

const invariant = new Set('inning outing canning herring earring proceed exceed succeed'.split(' '))

/** Where the two regions of a word begin: a suffix counts only behind its region's beginning. */
interface Regions {
  readonly r1: number
  readonly r2: number
}

type Step = (word: string, regions: Regions) => string

function regionsOf(word: string): Regions {
  const prefix = /^(gener|commun|arsen)/.exec(word)?.[0].length
  const r1 = prefix ?? regionAfter(word, 0)
  return { r1, r2: regionAfter(word, r1) }
}

/** Behind the first consonant that follows a vowel. */
function regionAfter(word: string, from: number): number {
  const match = /[aeiouy][^aeiouy]/.exec(word.slice(from))
  return match === null ? word.length : from + match.index + 2
}

const endsShort = (word: string): boolean => /([^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/.test(word)

function step1a(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1)
  if (/[us]s$/.test(word)) return word
  return /[aeiouy].+s$/.test(word) ? word.slice(0, -1) : word
}

function step1b(word: string, { r1 }: Regions): string {
  const eed = /eed(ly)?$/.exec(word)
  if (eed !== null) return eed.index >= r1 ? `${word.slice(0, eed.index)}ee` : word
  const ending = /(ed|ing)(ly)?$/.exec(word)
  if (ending === null) return word
  const stem = word.slice(0, ending.index)
  if (!/[aeiouy]/.test(stem)) return word
  if (/(at|bl|iz)$/.test(stem)) return `${stem}e`
  if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(stem)) return stem.slice(0, -1)
  return endsShort(stem) && r1 >= stem.length ? `${stem}e` : stem
}

const step1c: Step = (word) => word.replace(/(.[^aeiouy])[yY]$/, '$1i')

/** Suffixes with what takes their place; of several that fit, the longest counts. */
type Suffixes = ReadonlyMap<string, string>

const suffixes = (text: string): Suffixes =>
  new Map(
    text
      .split(' ')
      .map((pair): [string, string] => {
        const [suffix = '', replacement = ''] = pair.split('>')
        return [suffix, replacement]
      })
      .sort(([left], [right]) => right.length - left.length),
  )

function longest(word: string, list: Suffixes): string | undefined {
  return [...list.keys()].find((suffix) => word.endsWith(suffix))
}

const second = suffixes(
  'tional>tion enci>ence anci>ance abli>able entli>ent izer>ize ization>ize ational>ate ation>ate ator>ate alism>al ' +
    'aliti>al alli>al fulness>ful ousli>ous ousness>ous iveness>ive iviti>ive biliti>ble bli>ble ogi>og fulli>ful ' +
    'lessli>less li>',
)

const step2: Step = (word, { r1 }) => {
  const suffix = longest(word, second)
  if (suffix === undefined || word.length - suffix.length < r1) return word
  const stem = word.slice(0, -suffix.length)
  if (suffix === 'ogi' && !stem.endsWith('l')) return word
  if (suffix === 'li' && !/[cdeghkmnrt]$/.test(stem)) return word
  return stem + (second.get(suffix) ?? '')
}

const third = suffixes('tional>tion ational>ate alize>al icate>ic iciti>ic ical>ic ful> ness> ative>')

const step3: Step = (word, { r1, r2 }) => {
  const suffix = longest(word, third)
  if (suffix === undefined || word.length - suffix.length < (suffix === 'ative' ? r2 : r1)) return word
  return word.slice(0, -suffix.length) + (third.get(suffix) ?? '')
}

const fourth = suffixes('al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion')

const step4: Step = (word, { r2 }) => {
  const suffix = longest(word, fourth)
  if (suffix === undefined || word.length - suffix.length < r2) return word
  const stem = word.slice(0, -suffix.length)
  return suffix === 'ion' && !/[st]$/.test(stem) ? word : stem
}

const step5: Step = (word, { r1, r2 }) => {
  const stem = word.slice(0, -1)
  if (word.endsWith('e')) return stem.length >= r2 || (stem.length >= r1 && !endsShort(stem)) ? stem : word
  return word.endsWith('ll') && stem.length >= r2 ? stem : word
}

const steps: readonly Step[] = [step1b, step1c, step2, step3, step4, step5]
