import { html, type Router } from '../../platform/http/index.ts'
import type { Tasks } from '../../platform/jobs/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { auxiliaryTools } from './auxiliary-tools.text.ts'
import { deliverMail } from './deliver-mail.ts'
import { healthOf } from './health.ts'
import { OutboxPage, SystemPage } from './operations.page.tsx'
import { readOutbox, readSystem, sweepRequests } from './read-system.ts'
import { readScrub } from './scrubbing/read-scrub.ts'
import { scrub } from './scrubbing/scrub.ts'

const dayMs = 86_400_000

/** What the person who keeps the system running sees. */
export function operationsRoutes(router: Router, platform: Platform): void {
  router.server.get('/saude', async (_request, reply) => {
    const health = await healthOf(platform)
    return reply.status(health.ok ? 200 : 503).send(health)
  })

  const operate = { permission: 'platform.operate' } as const
  router.page('/sistema', operate, async (visit) => {
    const [system, scrubbed, tools] = await Promise.all([
      readSystem(visit.db),
      readScrub(visit.db, visit.now),
      visit.platform.text.tools(),
    ])
    return html(
      <SystemPage
        page={visit.page}
        href={visit.href}
        system={system}
        scrubbed={scrubbed}
        tools={auxiliaryTools(tools)}
        version={visit.platform.version}
      />,
    )
  })
  router.page('/sistema/correio', operate, async (visit) => {
    const before = visit.query('antes')
    const { messages, next } = await readOutbox(visit.db, /^\d{1,18}$/.test(before) ? before : undefined)
    return html(<OutboxPage page={visit.page} href={visit.href} messages={messages} next={next} />)
  })
}

/** Jobs: delivering mail, sweeping what nobody asks for any more. */
export function operationsTasks(platform: Platform): Tasks {
  return {
    'mail.deliver': async (payload) => {
      const { messageId } = payload as { messageId: string }
      await deliverMail(platform, messageId)
    },
    'operations:scrub': () => scrub(platform),
    'operations:sweep': async () => {
      const now = platform.clock()
      await sweepRequests(platform.db, now)
      await platform.files.sweepTemporary(new Date(now.getTime() - dayMs))
    },
  }
}

/** The sweeping, every night, and reading a seventh of everything again. Times of UTC. */
export const operationsCrontab = ['30 3 * * * operations:sweep', '10 4 * * * operations:scrub ?max=2'].join('\n')
