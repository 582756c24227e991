/** s3rver as a program: `node s3rver-process.ts <port> <folder>`. */
import { join } from 'node:path'
import S3rver from 's3rver'

const [, , port, folder = ''] = process.argv
await new S3rver({ port: Number(port), address: '127.0.0.1', directory: join(folder, 'objects'), silent: true }).run()
