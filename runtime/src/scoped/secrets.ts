/** Turns secrets into ciphertext and back; bound to where they stand, so that one cannot be put in another's place. */
export interface Secrets {
  /** `place`: `Channel.accessToken`, and the record's public id. */
  seal(plain: string, place: string, refId: string): Promise<string>
  /** @throws Corrupt where it is not what was sealed there. */
  open(sealed: string, place: string, refId: string): Promise<string>
}
