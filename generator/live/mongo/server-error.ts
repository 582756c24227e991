/** The refusals of MongoDB that are expected here, by their code. */
const codes = {
  Unauthorized: 13,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  CommandNotFound: 59,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  CommandNotSupported: 115,
  AtlasError: 8_000,
  DuplicateKey: 11_000,
  RoleExists: 51_002,
} as const

export type ServerErrorName = keyof typeof codes

/** Whether an error is one of these refusals by the server. */
export function isServerError(error: unknown, ...names: readonly ServerErrorName[]): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  return names.some((name) => codes[name] === error.code)
}
