import { type Attributes, type Counter, type Histogram, type MeterProvider, metrics } from '@opentelemetry/api'

interface Made {
  readonly provider: MeterProvider
  readonly duration: Histogram
  readonly errors: Counter
}

/** What is measured. The API of metrics gives no proxies: what was made before an SDK was set up would measure nothing. */
export class Instruments {
  #made: Made | undefined

  record(seconds: number, attributes: Attributes, failed: boolean): void {
    const { duration, errors } = this.#current()
    duration.record(seconds, attributes)
    if (failed) errors.add(1, attributes)
  }

  #current(): Made {
    const provider = metrics.getMeterProvider()
    if (this.#made?.provider !== provider) this.#made = madeBy(provider)
    return this.#made
  }
}

function madeBy(provider: MeterProvider): Made {
  const meter = provider.getMeter('@stowage/runtime')
  return {
    provider,
    duration: meter.createHistogram('stowage.operation.duration', {
      description: 'How long an operation of the data layer took.',
      unit: 's',
      advice: { explicitBucketBoundaries: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10] },
    }),
    errors: meter.createCounter('stowage.operation.errors', {
      description: 'Operations of the data layer that failed, by error code.',
      unit: '{error}',
    }),
  }
}
