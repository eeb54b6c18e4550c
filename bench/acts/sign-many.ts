import { type Browser, expectStatus } from '../http-client.ts'
import { at, password } from '../world/registers.ts'
import { type Hands, the } from './act.ts'
import { openIn, write } from './open-case.ts'

const capacity = 'Analista'

/** Drafts of 20 KB in a case file of the unit where everybody works. */
export async function draftsToSign(hands: Hands, count: number, texts?: readonly string[]): Promise<string[]> {
  const house = `/em/${at.sender}`
  const digits = await openIn(the(hands.browsers, 0), house, hands)
  const numbers: string[] = []
  let left = count
  await Promise.all(
    hands.browsers.slice(0, 8).map(async (browser) => {
      while (left-- > 0) numbers.push(await write(browser, house, digits, hands, texts))
    }),
  )
  return numbers
}

/** Reads the page that shows what would be signed, and answers how to sign it: the act alone, with the password. */
export async function readyToSign(
  browser: Browser,
  numbers: readonly string[],
  house = `/em/${at.sender}`,
): Promise<() => Promise<void>> {
  const query = numbers.map((number) => `documento=${number}`).join('&')
  const shown = expectStatus(await browser.get(`${house}/assinatura?${query}`), 200, 'the page of signing')
  const documents = [...shown.body.matchAll(/value="(\d+\.\d+\.[0-9a-f]{64})"/g)].map(([, value]) => value ?? '')
  if (documents.length !== numbers.length) throw new Error(`${documents.length} of ${numbers.length} can be signed`)
  return async () => {
    const signed = await browser.post(`${house}/assinatura`, {
      documento: documents,
      oferecido: numbers,
      cargo: capacity,
      senha: password,
    })
    expectStatus(signed, 303, 'signing')
  }
}
