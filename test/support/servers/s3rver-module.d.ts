/** The part of s3rver that is used: it comes without types. */
declare module 's3rver' {
  export default class S3rver {
    constructor(options: { port: number; address: string; directory: string; silent: boolean })
    run(): Promise<{ readonly port: number }>
  }
}
