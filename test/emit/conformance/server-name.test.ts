import { expect, test } from 'vitest'
import { serverName } from '../../../templates/conformance/live/mongo/open.ts'
import { reportOf, reportText } from '../../../templates/conformance/live/report.ts'

test('a double of MongoDB is never reported as MongoDB', () => {
  expect(serverName({ version: '7.0.14', modules: ['enterprise'] })).toBe('MongoDB 7.0.14')
  expect(serverName({ version: '8.0.1' })).toBe('MongoDB 8.0.1')
  expect(serverName({ version: '7.0.0', modules: ['test-double'] })).toBe(
    'a double of MongoDB 7.0.0, which proves nothing of MongoDB',
  )
})

test('the report calls a server by its name once', () => {
  const title = (store: 'mongo' | 's3', server: string): string | undefined =>
    reportText(reportOf(store, server, [], [])).split('\n')[1]
  expect(title('mongo', 'MongoDB 7.0.14, in the database books')).toBe('MongoDB 7.0.14, in the database books')
  expect(title('mongo', 'a double of MongoDB 7.0.0')).toBe('MongoDB: a double of MongoDB 7.0.0')
  expect(title('s3', 'Ceph at localhost:8000')).toBe('S3: Ceph at localhost:8000')
})
