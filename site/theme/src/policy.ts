/** Whether this is the server of `--serve`; not a variable of the environment, which anybody may have set. */
declare const __SERVING__: boolean

/**
 * What a page may load and run. Scripts are files of the site and nothing else: no text of a spec runs, even one that an
 * escaper let through. `wasm-unsafe-eval` is for the search, whose index is read by WebAssembly. While a page is being
 * worked on, the development server puts scripts of its own into it.
 */
export const policy: string = [
  "default-src 'self'",
  `script-src 'self' 'wasm-unsafe-eval'${__SERVING__ ? " 'unsafe-inline'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  `connect-src 'self'${__SERVING__ ? ' ws:' : ''}`,
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
