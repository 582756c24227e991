/** YAML libraries make an `Error` for each mistake. Their stacks, which nobody reads, would be most of the time it takes. */
export function withoutStacks<T>(work: () => T): T {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return work()
  } finally {
    Error.stackTraceLimit = limit
  }
}
