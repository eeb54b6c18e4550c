import { setTimeout as wait } from 'node:timers/promises'
import type { TestHouse } from './house.ts'

/** Seals all that was done. The oldest running transaction of the whole server bounds what may be: other tests run some. */
export async function sealAll(house: TestHouse): Promise<void> {
  for (const began = performance.now(); performance.now() - began < 30_000; await wait(20)) {
    await house.workOff()
    const [row] = await house.db<{ waiting: boolean }[]>`
      with sealed as (select coalesce((select to_tx from history.seal order by seal.id desc limit 1), '0'::xid8) as tx)
      select exists (select from history.event e, sealed where e.tx >= sealed.tx)
          or exists (select from documents.version v, sealed where v.tx >= sealed.tx)
          or exists (select from documents.file f, sealed where f.tx >= sealed.tx)
          or exists (select from documents.image i, sealed where i.tx >= sealed.tx)
          or exists (select from signatures.signature s, sealed where s.tx >= sealed.tx)
          or exists (select from auditing.bundle b, sealed where b.tx >= sealed.tx)
          or exists (select from auditing.entry e
                      where e.tx >= coalesce((select max(b.to_tx) from auditing.bundle b), '0'::xid8)) as waiting`
    if (!row?.waiting) return
  }
  throw new Error('not everything was sealed')
}
