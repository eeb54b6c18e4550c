import { createServer } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Platform } from '../platform.ts'

const registry = new Registry()

/** Time to answer, by method and status class. Filled by the web server whether or not anybody reads it. */
export const answerSeconds = new Histogram({
  name: 'carimbo_http_answer_seconds',
  help: 'Time from the request to the end of its answer.',
  labelNames: ['method', 'status'],
  buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
})

/** Requests that were told to come again because there was more to do than can be done, by how they stood. */
export const requestsShed = new Counter({
  name: 'carimbo_http_shed_total',
  help: 'Requests refused with 503 because of overload.',
  labelNames: ['standing'],
  registers: [registry],
})

/** Serves /metrics on the loopback, apart from the pages, for whoever collects them. Answers how to stop it. */
export async function startMetrics(platform: Platform, port: number): Promise<() => Promise<void>> {
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'carimbo_jobs_waiting',
    help: 'Jobs that are due and not yet done.',
    registers: [registry],
    async collect() {
      const [row] = await platform.db<{ waiting: number }[]>`
        select count(*)::int as waiting from graphile_worker.jobs where run_at <= now() and attempts < max_attempts`
      this.set(row?.waiting ?? 0)
    },
  })
  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics') return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return () => new Promise((resolve) => server.close(() => resolve()))
}
