import { draftsToSign, readyToSign } from '../acts/sign-many.ts'
import { samplesOf } from './samples.ts'
import type { Trial } from './trial.ts'

/** G1: a hundred documents of 20 KB signed at once; a few people sign the same hundred, one after the other. */
export const hundredSignatures: Trial = {
  name: 'assinar-cem',
  title: 'cem assinaturas de uma vez',
  async run({ hands, say }) {
    say('cem assinaturas de uma vez: escrevendo os documentos')
    const numbers = await draftsToSign(hands, 100)
    const took: number[] = []
    for (const [place, browser] of hands.browsers.entries()) {
      say(`cem assinaturas de uma vez: pessoa ${place + 1}`)
      const sign = await readyToSign(browser, numbers)
      const begun = performance.now()
      await sign()
      took.push(performance.now() - begun)
      if (place >= 5) break
    }
    return samplesOf('g1', took)
  },
}
