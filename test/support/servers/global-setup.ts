import { announceKeeper, startKeeper } from './keeper-client.ts'

/** Before the first worker: the keeper, which starts no server before one is asked for. After the last: its end. */
export default async function setup(): Promise<() => Promise<void>> {
  const keeper = await startKeeper()
  announceKeeper(keeper.port)
  return async () => {
    announceKeeper(undefined)
    await keeper.stop()
  }
}
