/** A key of AES-256 with its name, which stands in every ciphertext that it made. */
export interface SecretKey {
  /** 1 to 32 letters, digits, hyphens and underscores. */
  readonly id: string
  /** 32 bytes. */
  readonly key: Uint8Array
}

/**
 * Where the keys of encrypted fields come from: a key service, a mounted file, an environment variable. Asked for every
 * value; whoever answers over a network keeps what it was told.
 */
export interface KeyProvider {
  /** What is new is encrypted with it. */
  current(): Promise<SecretKey>
  /** An older key by its name; undefined where it is not known, which is `Corrupt` for what it encrypted. */
  byId(id: string): Promise<SecretKey | undefined>
}
