import { inGroups } from '../base/plural.ts'
import type { Palette } from '../diagnostic/palette.ts'
import { secondsText } from './seconds.ts'

/** What a run that brought an output up to date says of itself. */
export interface RunText {
  /** `14 files, 41 entities: 33 in PostgreSQL` */
  readonly spec: string
  readonly errors: number
  readonly warnings: number
  /** Whether it only said what it would have done. */
  readonly rehearsed: boolean
  /** `1 created, 118 unchanged (prisma 1)` */
  readonly changes: string
  /** Milliseconds. */
  readonly elapsed: number
}

export function runText({ spec, errors, warnings, rehearsed, changes, elapsed }: RunText, palette: Palette): string {
  return asText([
    `  ${palette.bold('spec')}      ${spec}`,
    `  ${palette.bold('checked')}   ${errors} errors, ${warnings === 1 ? '1 warning' : `${warnings} warnings`}`,
    `  ${palette.bold(rehearsed ? 'would be' : 'written ')}  ${changes}`,
    `  ${secondsText(elapsed)}`,
  ])
}

/** What `check` says where it finds nothing: `14 files, 41 entities; 119 files up to date in 0.31 s`, the time at a terminal. */
export function upToDateText(spec: string, files: number, time: string): string {
  return `${spec}; ${inGroups(files)} files up to date${time}\n`
}

export function asText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}
