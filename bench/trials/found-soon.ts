import { the } from '../acts/act.ts'
import { writeDocument } from '../acts/open-case.ts'
import { sendCase } from '../acts/send-case.ts'
import { draftsToSign, readyToSign } from '../acts/sign-many.ts'
import { round } from '../measure.ts'
import { at } from '../world/registers.ts'
import { samplesOf } from './samples.ts'
import type { Trial } from './trial.ts'

/** S4: how long after its signature a text is found by people of another unit, while others write and send. */
export const foundSoon: Trial = {
  name: 'achado',
  title: 'do texto assinado ao texto achado',
  async run({ hands, pids, seconds, say }) {
    say('do texto assinado ao texto achado')
    const [sending, writing] = [await sendCase.prepare(hands), await writeDocument.prepare(hands)]
    const words = Array.from({ length: 24 }, () => `palavra${crypto.randomUUID().replaceAll(/[^a-f]/g, '')}xq`)
    const drafts = new Map<string, string>()
    for (const word of words)
      drafts.set(word, (await draftsToSign(hands, 1, [`Texto com ${word} e mais nada.`]))[0] ?? '')
    const [signer, reader] = [the(hands.browsers, 20), the(hands.browsers, 21)]
    const took: number[] = []
    const load = (worker: number) => (worker % 2 === 0 ? sending.ours(worker) : writing.ours(worker))
    const busy = round(load, 8, Math.max(8, seconds * 8), pids)
    const end = performance.now() + Math.max(8, seconds * 8) * 1000
    for (const [word, number] of drafts) {
      if (performance.now() > end) break
      await (await readyToSign(signer, [number]))()
      const signed = performance.now()
      for (;;) {
        const page = await reader.get(`/em/${at.desk}/pesquisa?ordem=data&q=${word}`)
        if (new RegExp(`/documentos/0*${Number(number)}\\b`).test(page.body)) break
        if (performance.now() - signed > 60_000)
          throw new Error(`a signed text was not found within a minute: ${page.status} ${said(page.body)}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      took.push(performance.now() - signed)
    }
    await busy
    return samplesOf('s4', took)
  },
}

function said(body: string): string {
  return body
    .slice(body.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 500)
}
