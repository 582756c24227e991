/** Waits until somebody ends the process, by Ctrl+C or as a service manager does. */
export function stopSignal(): Promise<void> {
  return new Promise((done) => {
    process.once('SIGINT', () => done())
    process.once('SIGTERM', () => done())
  })
}
