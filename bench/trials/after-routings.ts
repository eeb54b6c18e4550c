import { the } from '../acts/act.ts'
import { sendCase } from '../acts/send-case.ts'
import { expectStatus } from '../http-client.ts'
import { round, sampleOf } from '../measure.ts'
import { at } from '../world/registers.ts'
import type { Figures, Trial } from './trial.ts'

/** I3: the desk again after very many case files have come and gone, with nothing but what PostgreSQL tidies by itself. */
export const afterRoutings: Trial = {
  name: 'mesa-depois',
  title: 'mesa depois de muitos envios',
  async run({ hands, pids, seconds, say }) {
    const { desk, sender } = at
    const [unit, other] = [hands.ids.unit(desk), hands.ids.unit(sender)]
    say('mesa depois de muitos envios: enviando')
    // The desk of ten thousand itself: out of it and back, by the statement that sending comes to.
    const work = await sendCase.prepare(hands)
    const sent = await round(work.ours, 8, seconds * 2, pids)
    const churned = await churn(hands.db, unit, other, seconds * 10)
    const figures: Record<string, number> = { i3Routings: sent.latencies.length + churned }
    for (const connections of [1, 8, 32]) {
      say(`mesa depois de muitos envios: ${connections} conexões`)
      const rounds = []
      for (let n = 0; n < 3; n++) {
        rounds.push(
          await round(
            async (worker) => {
              expectStatus(await the(hands.browsers, worker).get(`/em/${desk}/mesa`), 200, 'the desk')
            },
            connections,
            seconds,
            pids,
          ),
        )
      }
      figures[`i3After${connections}`] = sampleOf(rounds).p99
    }
    return figures satisfies Figures
  },
}

/** Case files of the desk leave it and come back, a thousand in a transaction, until the time is over. Answers how many moves. */
async function churn(db: Parameters<typeof sendCase.prepare>[0]['db'], unit: string, other: string, seconds: number) {
  const end = performance.now() + seconds * 1000
  let moves = 0
  while (performance.now() < end) {
    await db.begin(async (trx) => {
      await trx`create temporary table leaving on commit drop as
        select id, case_file_id, opened_at, received_at, received_by, assigned_to from cases.holding
         where unit_id = ${unit} and closed_at is null and not suspended order by random() limit 1000`
      await trx`update cases.holding h set closed_at = now(), closed_by = h.received_by, closing = 'sent' from leaving l where h.id = l.id
        and l.received_by is not null`
      await trx`insert into routing.movement (case_file_id, from_unit_id, to_unit_id, sent_at, sent_by, kept_open, received_at)
        select case_file_id, ${unit}, ${other}, now(), received_by, false, now() from leaving where received_by is not null`
      await trx`insert into cases.holding (case_file_id, unit_id, origin, opened_at, received_at, received_by, assigned_to)
        select case_file_id, ${unit}, 'received', opened_at, received_at, received_by, assigned_to from leaving
         where received_by is not null`
    })
    moves += 2_000
  }
  return moves
}
