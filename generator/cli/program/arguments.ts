import { InvalidArgumentError } from 'commander'

export function names(value: string): readonly string[] {
  const found = value.split(',').map((name) => name.trim())
  if (found.includes('')) throw new InvalidArgumentError('Write names with commas between: prisma,mongoose.')
  return found
}

export function wholeNumber(value: string): number {
  const number = Number(value.replaceAll('_', ''))
  if (!/^[0-9_]+$/.test(value) || number < 1 || !Number.isSafeInteger(number)) {
    throw new InvalidArgumentError('Write a whole number, at least 1.')
  }
  return number
}

export function port(value: string): number {
  const number = wholeNumber(value)
  if (number > 65_535) throw new InvalidArgumentError('Write a number from 1 to 65535.')
  return number
}

export function percent(value: string): number {
  const number = Number(value)
  if (!/^[0-9]+([.][0-9]+)?$/.test(value) || number > 100) {
    throw new InvalidArgumentError('Write a number from 0 to 100.')
  }
  return number
}

/** With a slash at both ends. */
export function basePath(value: string): string {
  const path = `/${value}/`.replace(/\/+/g, '/')
  if (!/^\/(?:(?![.]{1,2}\/)[A-Za-z0-9._~-]+\/)*$/.test(path)) {
    throw new InvalidArgumentError('Write a path of letters, digits, dots and hyphens: /docs/.')
  }
  return path
}

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** In milliseconds. */
export function duration(value: string): number {
  const groups = /^(?<count>[0-9]{1,6})(?<unit>[smhd])$/.exec(value)?.groups
  const unit = units[groups?.unit ?? '']
  if (groups === undefined || unit === undefined)
    throw new InvalidArgumentError('Write a number and a unit: 90m, 48h, 7d.')
  return Number(groups.count) * unit
}
