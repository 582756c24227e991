import { resolve } from 'node:path'
import { soundModel } from '../../test/support/analyze-folder.ts'
import { buildPackage, linkPackage } from './build-package.ts'
import { startServers } from './servers.ts'

/** `npm run example`: builds the package of `spec/`, starts servers, and runs the pipeline on them. */
const model = soundModel(resolve(import.meta.dirname, '../../spec'))
process.env.STOWAGE_ENV ??= 'example'
console.log('Building the package of spec/ (kept in .tmp for the next run) ...')
linkPackage(model, await buildPackage(model), import.meta.dirname)
const servers = await startServers()
console.log(`Started ${servers.names.join(', ')}.\n`)
try {
  // Imported now that there is a package: until here nothing could find it.
  const { prepareStores } = await import('./prepare.ts')
  const { runPipeline } = await import('./pipeline.ts')
  await runPipeline(await prepareStores(servers), servers.locks, console.log)
} finally {
  await servers.stop()
}
