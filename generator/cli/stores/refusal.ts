/** A server cannot be reached, or refuses what is asked of it. Exit code 3; its text never holds a password. */
export class StoreRefusal extends Error {
  override readonly name: string = 'StoreRefusal'
  readonly hint: string | undefined

  /** @param secrets what must not be seen: the URL that was used, a key. See `withoutSecrets`. */
  constructor(message: string, secrets: readonly string[], hint?: string) {
    super(withoutSecrets(message, secrets))
    this.hint = hint === undefined ? undefined : withoutSecrets(hint, secrets)
  }
}

const veil = '***'

/**
 * A text without the given secrets. Of a URL it is the password that is taken out, wherever it stands and however it is
 * encoded; any other secret is taken out whole. User and password of any other URL in the text go too.
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const hidden = secrets.flatMap(formsOf).filter((secret) => secret !== '')
  // The longest first, so that a secret which is a part of another does not leave the rest of it.
  hidden.sort((a, b) => b.length - a.length)
  const veiled = hidden.reduce((current, secret) => current.replaceAll(secret, veil), text)
  return veiled.replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, `$1${veil}@`)
}

/** A secret as it may turn up: as it is, decoded, encoded. */
function formsOf(secret: string): readonly string[] {
  const found = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)@/i.exec(secret)
  const isUrl = /^[a-z][a-z0-9+.-]*:\/\//i.test(secret)
  const plain = isUrl ? (found?.[1]?.split(':').slice(1).join(':') ?? '') : secret
  const asked = isUrl
    ? [...secret.matchAll(/[?&](?:password|sslpassword|secret)=([^&#]*)/gi)].map(([, value = '']) => value)
    : []
  return [plain, ...asked].flatMap((text) => [text, decoded(text), encodeURIComponent(decoded(text))])
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
