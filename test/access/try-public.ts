import { addressOf } from './routes.ts'
import { documentsOf } from './told.ts'
import { look, type Trial } from './trial.ts'

/** The public face, to a visitor and to somebody who is signed in: it is the same for both. */
export async function tryPublic(trial: Trial): Promise<void> {
  const { world, oracle } = trial
  const readers = [world.readers[0], world.readers.at(-1)].flatMap((one) => one ?? [])
  for (const reader of readers) {
    const asked = { reader, face: 'public' as const }
    const found = await look(trial, { ...asked, route: 'GET /consulta', url: `/consulta?q=${world.everywhere}` })
    const shown = [...found.text.matchAll(/href="\/consulta\/documentos\/(\d+)"/g)].map(([, number]) => number)
    const expected = documentsOf(world).filter(oracle.isPublic)
    const missing = expected.filter(({ number }) => expected.length <= 10 && !shown.includes(number))
    for (const { number } of missing) trial.wrong.push(`the public search does not find ${number}`)
    for (const caseFile of world.caseFiles) {
      const isShown = oracle.isPublicCase(caseFile)
      await look(trial, {
        ...asked,
        route: 'GET /consulta/:numero',
        url: `/consulta/${caseFile.digits}`,
        expected: isShown ? { words: [caseFile.number, caseFile.words.summary], status: 200 } : 'closed',
      })
      const quick = await look(trial, {
        ...asked,
        route: 'GET /consulta',
        url: `/consulta?q=${encodeURIComponent(caseFile.number)}`,
      })
      const opens = quick.status === 303 && quick.location === `/consulta/${caseFile.digits}`
      if (opens !== isShown) trial.wrong.push(`the public number ${caseFile.number} leads to ${quick.location}`)
    }
    for (const document of documentsOf(world)) {
      const { number, image, words } = document
      const isShown = oracle.isPublic(document)
      await look(trial, {
        ...asked,
        route: 'GET /consulta/documentos/:numero',
        url: `/consulta/documentos/${number}`,
        expected: isShown ? { words: [document.kind === 'authored' ? words.text : number], status: 200 } : 'closed',
      })
      await look(trial, {
        ...asked,
        route: 'GET /consulta/documentos/:numero/arquivo',
        url: `/consulta/documentos/${number}/arquivo`,
        headers: { range: 'bytes=0-60' },
        expected: isShown && document.kind === 'uploaded' ? { words: [words.text], status: 206 } : 'closed',
      })
      if (!image) continue
      await look(trial, {
        ...asked,
        route: 'GET /consulta/documentos/:numero/imagens/:sha256',
        url: addressOf('GET /consulta/documentos/:numero/imagens/:sha256', { numero: number, sha256: image }),
        expected: isShown ? { words: [], status: 200 } : 'closed',
      })
    }
  }
}
