import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a server keeps of a password. https://datatracker.ietf.org/doc/html/rfc7677 */
export interface ScramCredential {
  readonly salt: Buffer
  readonly iterations: number
  readonly storedKey: Buffer
  readonly serverKey: Buffer
}

const iterations = 15_000

const hash = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest()
const mac = (key: Uint8Array, data: string): Buffer => createHmac('sha256', key).update(data).digest()

export function scramCredential(password: string): ScramCredential {
  const salt = randomBytes(28)
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, iterations, 32, 'sha256')
  return { salt, iterations, storedKey: hash(mac(salted, 'Client Key')), serverKey: mac(salted, 'Server Key') }
}

/** The first message of a client, taken apart. */
export interface ClientFirst {
  readonly user: string
  readonly nonce: string
  /** Without the header: what the proof is made over. */
  readonly bare: string
}

export function parseClientFirst(message: string): ClientFirst | undefined {
  const found = /^n,[^,]*,(?<bare>n=(?<user>[^,]*),r=(?<nonce>[^,]+).*)$/s.exec(message)?.groups
  const { bare, user, nonce } = found ?? {}
  if (bare === undefined || user === undefined || nonce === undefined) return undefined
  return { bare, nonce, user: user.replaceAll('=2C', ',').replaceAll('=3D', '=') }
}

/** One conversation: the server's first message is out, and the client's proof is awaited. */
export class ScramConversation {
  readonly serverFirst: string
  readonly #credential: ScramCredential
  readonly #client: ClientFirst

  constructor(credential: ScramCredential, client: ClientFirst) {
    const nonce = client.nonce + randomBytes(18).toString('base64')
    this.serverFirst = `r=${nonce},s=${credential.salt.toString('base64')},i=${credential.iterations}`
    this.#credential = credential
    this.#client = client
  }

  /** @returns the server's last message, or nothing where the proof is wrong */
  finish(clientFinal: string): string | undefined {
    const at = clientFinal.lastIndexOf(',p=')
    if (at < 0) return undefined
    const [nonce] = this.serverFirst.split(',')
    const withoutProof = clientFinal.slice(0, at)
    if (!withoutProof.endsWith(`,${nonce}`)) return undefined
    const signed = `${this.#client.bare},${this.serverFirst},${withoutProof}`
    const proof = Buffer.from(clientFinal.slice(at + 3), 'base64')
    const { storedKey, serverKey } = this.#credential
    const signature = mac(storedKey, signed)
    if (proof.length !== signature.length) return undefined
    const clientKey = proof.map((byte, place) => byte ^ (signature[place] ?? 0))
    return timingSafeEqual(hash(clientKey), storedKey) ? `v=${mac(serverKey, signed).toString('base64')}` : undefined
  }
}
