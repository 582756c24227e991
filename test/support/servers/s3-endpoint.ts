export interface S3Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** What the server was seen to do when it was found: nothing of it is taken from its name. */
export interface S3Features {
  /** A version under a compliance lock cannot be deleted. */
  readonly locks: boolean
  /** A URL whose signature does not fit is refused. */
  readonly signatures: boolean
  /** Another user is refused until a bucket's policy lets it in. */
  readonly policies: boolean
}

/** An S3 server and its users. */
export interface S3Endpoint {
  readonly endpoint: string
  readonly region: string
  /** The product and its version where it is known. */
  readonly server: string
  readonly credentials: S3Credentials
  /** Of a second user, to whom nothing of the first belongs; absent where there is none. */
  readonly otherCredentials?: S3Credentials
  /** What the first user may take on by AWS' security token service, to narrow its rights; absent where that is not known. */
  readonly sessionRole?: string
}
