import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Palette } from '../diagnostic/palette.ts'
import { type ColourWish, paletteFor } from './colour.ts'
import type { Io } from './io.ts'
import { UserError } from './user-error.ts'

/** The options that every command takes. */
export interface GlobalOptions {
  readonly cwd?: string
  readonly config?: string
  readonly color?: ColourWish
  readonly customRules?: boolean
}

/** One run of one command. */
export interface Session {
  readonly io: Io
  /** The project's folder, absolute. */
  readonly folder: string
  /** The project file as it was asked for. */
  readonly config?: string
  /** Whether rules of the project's own are run: they are code. */
  readonly customRules: boolean
  /** For stdout and for stderr. */
  readonly out: Palette
  readonly err: Palette
}

/** @throws UserError where the folder is none */
export function openSession(io: Io, { cwd, config, color, customRules }: GlobalOptions): Session {
  const folder = resolve(io.cwd, cwd ?? '.')
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UserError(`there is no folder ${JSON.stringify(cwd ?? folder)}`)
  }
  return {
    io,
    folder,
    ...(config === undefined ? {} : { config }),
    customRules: customRules !== false,
    out: paletteFor(io.stdout, io.env, color),
    err: paletteFor(io.stderr, io.env, color),
  }
}
