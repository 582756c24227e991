/** A connection string may name several hosts, so it is no URL that `URL` could read. */
const parts = /^(?<hosts>mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/(?<database>[^?]*))?(?:\?(?<options>.*))?$/s

/** The same server, another database; the users stay those of the database that was named, or of `admin`. */
export function inDatabase(url: string, database: string): string {
  const found = parts.exec(url)?.groups
  if (found === undefined) throw new Error('MONGO_URL is no connection string of MongoDB')
  const { hosts = '', database: named = '', options = '' } = found
  const given = options === '' ? [] : options.split('&')
  const hasUser = hosts.includes('@') && !/(^|&)authSource=/.test(options)
  const all = hasUser ? [...given, `authSource=${named === '' ? 'admin' : named}`] : given
  return `${hosts}/${database}${all.length === 0 ? '' : `?${all.join('&')}`}`
}
