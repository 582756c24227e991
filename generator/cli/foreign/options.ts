/** Which hand-written files are checked, as they stand on the command line. */
export interface ForeignOptions {
  readonly prisma?: readonly string[]
  readonly sql?: readonly string[]
  readonly writeBaseline?: boolean
}
