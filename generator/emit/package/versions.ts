/** What the generated package depends on, exactly: the versions that this compiler's own tests ran with. */
export const versions = {
  '@aws-sdk/client-s3': '3.1169.0',
  '@aws-sdk/s3-request-presigner': '3.1163.0',
  '@prisma/adapter-pg': '7.10.0',
  '@prisma/client': '7.10.0',
  '@stowage/runtime': '0.1.0',
  '@types/node': '24.19.2',
  mongoose: '9.12.1',
  pg: '8.23.1',
  prisma: '7.10.0',
  typescript: '7.0.2',
  ulid: '3.0.2',
} as const

export type Dependency = keyof typeof versions

/** The oldest Node that the package runs on: what Mongoose 9, Prisma 7 and the AWS SDK all support. */
export const nodeVersion = '>=22.12'

/** What an application brings itself and hands in: its connection must be of the same library. */
export const peerVersions = { mongoose: '^9.12.1' } as const
