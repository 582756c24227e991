import { createRequire } from 'node:module'
import type * as Yaml from 'yaml'

const fromHere = createRequire(import.meta.url)

let library: typeof Yaml | undefined

/**
 * The YAML library, loaded when it is first asked for: where every file is clean nothing does, and its modules take longer to
 * load than a spec to read.
 */
export function yamlLibrary(): typeof Yaml {
  library ??= load()
  return library
}

function load(): typeof Yaml {
  return fromHere('yaml')
}
