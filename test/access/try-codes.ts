import { addressOf } from './routes.ts'
import { documentsOf } from './told.ts'
import { isClosed, look, type ReaderHere, type Trial } from './trial.ts'

/** Authenticity: what who has both codes is shown, and that one code, or another's, shows nothing. */
export async function tryCodes(trial: Trial): Promise<void> {
  const { world, oracle } = trial
  const visitor = world.readers.at(-1) as ReaderHere
  const others = documentsOf(world).flatMap(({ crc }) => crc ?? [])
  for (const document of documentsOf(world)) {
    const { number, crc, image } = document
    const wrong = others.find((one) => one !== crc) ?? '00000000'
    const isShown = crc !== undefined && oracle.mayTellByCodes({ kind: 'text', document, ...of(document) })
    for (const code of crc ? [crc, wrong] : [wrong]) {
      const isRight = code === crc
      const query = `?codigo=${number}&crc=${code}`
      const asked = { reader: visitor, face: isRight ? ('codes' as const) : ('public' as const) }
      const shows = isRight && isShown
      const found = await look(trial, {
        ...asked,
        route: 'GET /autenticidade',
        url: `/autenticidade${query}`,
        expected: shows ? { words: [document.words.text], status: 200 } : 'anything',
      })
      if (!isRight && !isClosed(found)) trial.wrong.push(`/autenticidade${query} knows a document by another's code`)
      await look(trial, {
        ...asked,
        route: 'GET /autenticidade/arquivo',
        url: `/autenticidade/arquivo${query}`,
        expected: shows ? { words: [document.words.text], status: 200 } : 'closed',
      })
      await look(trial, {
        ...asked,
        route: 'GET /autenticidade/comprovante',
        url: `/autenticidade/comprovante${query}`,
        expected: shows ? 'anything' : 'closed',
      })
      if (!image) continue
      const parts = { codigo: number, crc: code, sha256: image }
      await look(trial, {
        ...asked,
        route: 'GET /autenticidade/imagem/:codigo/:crc/:sha256',
        url: addressOf('GET /autenticidade/imagem/:codigo/:crc/:sha256', parts),
        expected: shows ? { words: [], status: 200 } : 'closed',
      })
    }
  }
}

const of = (document: { caseFile: Parameters<typeof documentsOf>[0]['caseFiles'][number] }) => ({
  word: '',
  caseFile: document.caseFile,
})
