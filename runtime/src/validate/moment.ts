import type { Check } from './problems.ts'

const moment = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/
const day = /^\d{4}-\d{2}-\d{2}$/
const earliest = Date.parse('0001-01-01T00:00:00.000Z')
const latest = Date.parse('9999-12-31T23:59:59.999Z')
const dayLength = 86_400_000

/** A moment: a Date, or RFC 3339 with an offset and at most milliseconds. Given as a Date. */
export const timestampCheck: Check = (value, problems) => {
  const time = value instanceof Date ? value.getTime() : typeof value === 'string' ? timeOf(value) : Number.NaN
  if (!isInRange(time)) {
    problems.add('must be a Date, or a text such as 2026-03-01T12:00:00Z')
    return value
  }
  return new Date(time)
}

/** A day: a Date at midnight in UTC, or `2026-03-01`. Given as a Date at midnight in UTC. */
export const dateCheck: Check = (value, problems) => {
  const time = value instanceof Date ? value.getTime() : typeof value === 'string' ? dayOf(value) : Number.NaN
  if (!isInRange(time) || time % dayLength !== 0) {
    problems.add('must be a day: a text such as 2026-03-01, or a Date at midnight in UTC')
    return value
  }
  return new Date(time)
}

function timeOf(text: string): number {
  const [found, date = ''] = moment.exec(text) ?? []
  return found === undefined || Number.isNaN(dayOf(date)) ? Number.NaN : Date.parse(text)
}

/** `Date` takes the 30th of February for the 2nd of March. */
function dayOf(text: string): number {
  if (!day.test(text)) return Number.NaN
  const time = Date.parse(text)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? Number.NaN : time
}

/** From the year 1 to 9999: what all three stores and JSON write in the same way. */
function isInRange(time: number): boolean {
  return time >= earliest && time <= latest
}
