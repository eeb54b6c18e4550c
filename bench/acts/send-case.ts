import type { Pool } from '../../src/platform/db/index.ts'
import { expectStatus } from '../http-client.ts'
import { toSend } from '../world/make-world.ts'
import { at } from '../world/registers.ts'
import { digitsOf } from '../world/world.queries.ts'
import { type Act, the } from './act.ts'

/** Sends a case file from one unit to another. */
export const sendCase: Act = {
  name: 'enviar',
  title: 'Enviar processo a outra unidade',
  ours: 'um pedido: o formulário de envio',
  byHand: 'uma transação de um comando: trava o processo, fecha e abre mesa, passagem, movimento, caneta, histórico',
  requests: 1,
  async prepare(hands) {
    const { db, ids } = hands
    const [from, to] = [ids.unit(at.sender), ids.unit(at.destination)]
    await restock(db, from)
    let next = 0
    // Going back is the same deed, so those that were sent once are never used up on the bare connection.
    const take = () => {
      const place = next++
      const back = Math.floor(place / toSend) % 2 === 1
      return { digits: digitsOf(2, (place % toSend) + 1), from: back ? to : from, to: back ? from : to }
    }
    return {
      ours: async (worker) => {
        const { digits, from: here, to: there } = take()
        const house = here === from ? at.sender : at.destination
        const sent = await the(hands.browsers, worker).post(`/em/${house}/envio`, { processo: digits, destinos: there })
        expectStatus(sent, 303, 'sending')
      },
      byHand: async (worker) => {
        const { digits, from: here, to: there } = take()
        const account = the(ids.accounts, worker)
        await the(hands.connections, worker)`
          with c as (select id from cases.case_file where digits = ${digits} for update),
          closed as (update cases.holding h set closed_at = now(), closed_by = ${account}, closing = 'sent'
                       from c where h.case_file_id = c.id and h.unit_id = ${here} and h.closed_at is null),
          opened as (insert into cases.holding (case_file_id, unit_id, origin, opened_at) select id, ${there}, 'received', now() from c),
          passed as (insert into cases.passage (case_file_id, unit_id, first_at) select id, ${there}, now() from c on conflict do nothing),
          moved as (insert into routing.movement (case_file_id, from_unit_id, to_unit_id, sent_at, sent_by, kept_open)
                      select id, ${here}, ${there}, now(), ${account}, false from c),
          locked as (update documents.document d set locked_at = now(), lock_cause = 'enviado' from c
                      where d.case_file_id = c.id and d.state = 'active' and d.locked_at is null and (d.kind = 'uploaded' or d.signature_count > 0))
          insert into history.event (case_file_id, kind, facts, account_id, unit_id, at)
          select id, 'case-sent', '{"to": "DESTINO", "keptOpen": false}', ${account}, ${here}, now() from c`
      },
      restock: async () => {
        next = 0
        await restock(db, from)
      },
    }
  },
}

/** All of them back on the desk from which they are sent. */
async function restock(db: Pool, unitId: string): Promise<void> {
  const [first, last] = [digitsOf(2, 1), digitsOf(2, toSend)]
  await db.begin(async (trx) => {
    await trx`delete from cases.holding where case_file_id in (select id from cases.case_file where digits between ${first} and ${last})`
    await trx`delete from routing.movement where case_file_id in (select id from cases.case_file where digits between ${first} and ${last})`
    await trx`insert into cases.holding (case_file_id, unit_id, origin, opened_at, received_at, received_by)
      select id, ${unitId}, 'generated', opened_at, opened_at, opened_by from cases.case_file where digits between ${first} and ${last}`
  })
  await db`delete from search.pending`
  await db`vacuum analyze cases.holding, routing.movement, search.pending`
}
