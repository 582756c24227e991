import { Option } from 'commander'

export function formatOption(): Option {
  return new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text')
}

export function storeOption(): Option {
  return new Option('--store <store>', 'which store').choices(['postgres', 'mongo', 's3', 'all']).default('all')
}
