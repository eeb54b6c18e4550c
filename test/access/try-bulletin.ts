import { aVehicle, publish } from '../support/builders-publishing.ts'
import { at } from '../support/world.ts'
import { addressOf } from './routes.ts'
import { type DocumentTold, documentsOf } from './told.ts'
import { look, type Trial } from './trial.ts'

/**
 * The bulletin, to a visitor, and the list of publications to who publishes. One document that may be published is, and
 * another is scheduled: whatever is not out is told by no address, and what is out by all of them.
 */
export async function tryBulletin(trial: Trial): Promise<void> {
  const { house, world, oracle } = trial
  const fit = documentsOf(world).filter(
    (document) => oracle.isPublic(document) && document.kind === 'authored' && document.unit === at.prot,
  )
  const outcomes: [DocumentTold, boolean][] = []
  const vehicle = fit.length > 0 ? await vehicleOf(trial) : ''
  const today = house.platform.clock().toISOString().slice(0, 10)
  for (const [index, document] of fit.slice(0, 2).entries()) {
    const on = index === 0 ? today : `${Number(today.slice(0, 4)) + 1}${today.slice(4, 8)}01`
    const outcome = await publish(house, document.number, vehicle, on, { summary: 'Ato publicado.' })
    if (outcome?.done) outcomes.push([document, outcome.value.state === 'published'])
  }
  const out = new Set(outcomes.flatMap(([{ number }, isOut]) => (isOut ? [number] : [])))
  for (const reader of [world.readers[0], world.readers.at(-1)].flatMap((one) => one ?? [])) {
    const asked = { reader, face: 'public' as const }
    for (const query of ['', `?q=${world.everywhere}`, '?de=1900-01-01&ate=2199-12-31']) {
      const page = await look(trial, { ...asked, route: 'GET /boletim', url: `/boletim${query}` })
      const shown = [...page.text.matchAll(/href="\/boletim\/documentos\/(\d+)"/g)].map(([, number]) => number ?? '')
      const early = shown.filter((number) =>
        documentsOf(world).some((one) => one.number === number && !out.has(number)),
      )
      if (early.length > 0) trial.wrong.push(`the bulletin shows ${early} before its day`)
    }
    await look(trial, { ...asked, route: 'GET /boletim/atom', url: '/boletim/atom' })
    for (const { number, image, words } of documentsOf(world)) {
      const isOut = out.has(number)
      await look(trial, {
        ...asked,
        route: 'GET /boletim/documentos/:numero',
        url: `/boletim/documentos/${number}`,
        expected: isOut ? { words: [words.text], status: 200 } : 'closed',
      })
      if (!image) continue
      await look(trial, {
        ...asked,
        route: 'GET /boletim/documentos/:numero/imagens/:sha256',
        url: addressOf('GET /boletim/documentos/:numero/imagens/:sha256', { numero: number, sha256: image }),
        expected: isOut ? { words: [], status: 200 } : 'closed',
      })
    }
  }
  for (const reader of world.readers) {
    const url = addressOf('GET /em/:unidade/publicacoes', { unidade: reader.unit })
    await look(trial, { reader, face: 'number', route: 'GET /em/:unidade/publicacoes', url })
  }
}

async function vehicleOf({ house }: Trial): Promise<string> {
  const [known] = await house.db<{ id: string }[]>`select id from publishing.vehicle where acronym = 'BS'`
  return known?.id ?? aVehicle(house, { types: ['Portaria', 'Despacho', 'Ofício'], everyDay: true })
}
