import { forbidden } from './attempt.ts'

/** What came back for a plain request, as any program without the SDK sends it. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** A server that does not answer would hold up the tests; in milliseconds. */
const patience = 30_000

export async function send(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(patience) })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** @throws Error unless the server did what it was asked */
export function demandTaken({ status, text }: Answer, what: string): void {
  if (status < 200 || status > 299) throw new Error(`${what} was refused: ${status} ${codeOf(text)}`)
}

/** @throws Error unless the server refused it for lack of rights */
export function demandForbidden({ status, text }: Answer, what: string): void {
  if (status === forbidden) return
  if (status >= 200 && status <= 299) throw new Error(`${what} was not refused`)
  throw new Error(`${what} was answered with ${status} ${codeOf(text)}, and not with ${forbidden}`)
}

function codeOf(text: string): string {
  return /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? ''
}
