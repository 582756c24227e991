import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Endpoint } from '../../../support/servers/s3-endpoint.ts'

/** A request on its way to the server. */
export interface Asked {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** What a server does otherwise than it should. */
export interface Fault {
  /** The status of an answer that is given without asking the server, with an empty body or this one. */
  lie?(asked: Asked): number | readonly [status: number, body: string] | undefined
  /** Headers with which a request is passed on as if its owner had signed it; `true`: with those it came with. */
  forgive?(asked: Asked): IncomingHttpHeaders | boolean
  /** Headers of the answer that are replaced. */
  alter?(asked: Asked): Readonly<Record<string, string>>
}

/** A server before the real one, with a fault that can be switched on. */
export interface Gateway {
  readonly endpoint: string
  fault: Fault
  stop(): Promise<void>
}

export async function startGateway(real: S3Endpoint): Promise<Gateway> {
  const target = new URL(real.endpoint)
  const gateway = { endpoint: '', fault: {} as Fault, stop }
  const server = createServer((incoming, response) => {
    answer(incoming, response).catch(() => response.destroy())
  })

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
    const { method = '', headers } = incoming
    const body = Buffer.concat(chunks)
    const asked: Asked = { method, url: new URL(incoming.url ?? '', gateway.endpoint), headers, body: body.toString() }
    const lie = gateway.fault.lie?.(asked)
    if (lie !== undefined) {
      const [status, text] = typeof lie === 'number' ? [lie, ''] : lie
      response.writeHead(status, { 'content-type': 'application/xml' }).end(method === 'HEAD' ? '' : text)
      return
    }
    const forgiven = gateway.fault.forgive?.(asked) ?? false
    const signed = forgiven === false ? undefined : signedByOwner(asked, forgiven === true ? headers : forgiven, real)
    const path = signed?.path ?? incoming.url ?? ''
    const options = { host: target.hostname, port: target.port, method, path, headers: signed?.headers ?? headers }
    await new Promise<void>((done, fail) => {
      const passed = request(options, (told) => {
        response.writeHead(told.statusCode ?? 502, { ...told.headers, ...gateway.fault.alter?.(asked) })
        told.pipe(response)
        told.on('end', done)
      })
      passed.on('error', fail)
      passed.end(body)
    })
  }

  async function stop(): Promise<void> {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  gateway.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return gateway
}

const unsigned = new Set(['authorization', 'connection', 'expect', 'transfer-encoding', 'x-amz-security-token'])

/** The same request, signed by the owner of all buckets. */
function signedByOwner(
  { method, url }: Asked,
  headers: IncomingHttpHeaders,
  { credentials, region }: S3Endpoint,
): { readonly path: string; readonly headers: Record<string, string> } {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    unsigned.has(name) || value === undefined ? [] : [[name, String(value)] as const],
  )
  const sent: Record<string, string> = {
    ...Object.fromEntries(kept),
    'x-amz-date': time,
    'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
  }
  const names = Object.keys(sent)
    .filter((name) => name === 'host' || name.startsWith('x-amz-'))
    .sort()
  const query = [...url.searchParams]
    .filter(([name]) => !/^X-Amz-/i.test(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&')
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
  const lines = names.map((name) => `${name}:${sent[name]}`)
  const canonical = [method, url.pathname, query, ...lines, '', names.join(';'), 'UNSIGNED-PAYLOAD'].join('\n')
  const scope = [time.slice(0, 8), region, 's3', 'aws4_request']
  const toSign = ['AWS4-HMAC-SHA256', time, scope.join('/'), hash(canonical)].join('\n')
  let key: string | Buffer = `AWS4${credentials.secretAccessKey}`
  for (const part of scope) key = createHmac('sha256', key).update(part).digest()
  const signature = createHmac('sha256', key).update(toSign).digest('hex')
  const credential = `${credentials.accessKeyId}/${scope.join('/')}`
  sent.authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`
  return { path: `${url.pathname}${query === '' ? '' : `?${query}`}`, headers: sent }
}
