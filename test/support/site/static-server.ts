import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mmd': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
}

/** What is compressed already: a static host sends it as it is. */
const compressed = new Set(['.jpg', '.pf_fragment', '.pf_index', '.pf_meta', '.pagefind', '.png', '.webp', '.woff2'])

interface Sent {
  readonly type: string
  readonly body: Buffer
  readonly encoding?: 'gzip'
}

/**
 * A static host as the usual ones are: files as they lie there, a folder's `index.html` for its address, `404.html` for what
 * is not there, gzip. It runs nothing and knows nothing of a site.
 */
export class StaticServer implements AsyncDisposable {
  readonly #folder: string
  readonly #base: string
  readonly #server: Server
  readonly #sent = new Map<string, Sent | undefined>()

  private constructor(folder: string, base: string) {
    this.#folder = folder
    this.#base = base
    this.#server = createServer(({ url = '/' }, response) => this.#answer(url, response))
  }

  /** Serves a folder on a free port, under `base`, which begins and ends with a slash. */
  static async start(folder: string, base: string = '/'): Promise<StaticServer> {
    const server = new StaticServer(folder, base)
    server.#server.listen(0, '127.0.0.1')
    await once(server.#server, 'listening')
    return server
  }

  /** The address of the site's root, with its last slash. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${this.#base}`
  }

  /** Bytes on the wire for a path below the root, `spec/enums/`: 0 where nothing is there. */
  bytesOf(path: string): number {
    return this.#read(path)?.body.length ?? 0
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((closed) => this.#server.close(closed))
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  #answer(url: string, response: ServerResponse): void {
    const { pathname } = new URL(url, 'http://localhost')
    const found = pathname.startsWith(this.#base) ? this.#read(pathname.slice(this.#base.length)) : undefined
    const sent = found ?? this.#read('404.html') ?? { type: 'text/plain', body: Buffer.from('not found') }
    const headers = { 'Content-Type': sent.type, 'Content-Length': sent.body.length, 'Cache-Control': 'no-store' }
    response.writeHead(found === undefined ? 404 : 200, {
      ...headers,
      ...(sent.encoding === undefined ? {} : { 'Content-Encoding': sent.encoding }),
    })
    response.end(sent.body)
  }

  #read(path: string): Sent | undefined {
    if (!this.#sent.has(path)) this.#sent.set(path, this.#load(path))
    return this.#sent.get(path)
  }

  #load(path: string): Sent | undefined {
    const file = this.#fileOf(path)
    if (file === undefined) return undefined
    const extension = extname(file)
    const bytes = readFileSync(file)
    const type = types[extension] ?? 'application/octet-stream'
    return compressed.has(extension) ? { type, body: bytes } : { type, body: gzipSync(bytes), encoding: 'gzip' }
  }

  #fileOf(path: string): string | undefined {
    const inside = normalize(decodeURIComponent(path))
    if (inside.startsWith('..') || inside.startsWith(sep)) return undefined
    const file = join(this.#folder, path === '' || path.endsWith('/') ? join(inside, 'index.html') : inside)
    return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : undefined
  }
}
