import type { Hands } from '../acts/act.ts'
import { the } from '../acts/act.ts'
import { film } from '../acts/files.ts'
import { openIn, save, write } from '../acts/open-case.ts'
import { readyToSign } from '../acts/sign-many.ts'
import { searches } from '../acts/texts.ts'
import { include } from '../acts/upload.ts'
import { expectStatus } from '../http-client.ts'
import { archiveCount, at } from '../world/registers.ts'

/**
 * What one case file costs in a month of work, from beginning to end: four documents (two written, saved twice and signed,
 * two files of 1 MB), an assignment, a note, three routings, twenty desks, forty views and four searches: 80 requests.
 */
export const documentsACase = 4
/** How many times something is waited for on the way: writing a document is one step of three requests. */
export const stepsACase = 74
export const kinds = ['escrita', 'mesa', 'leitura', 'pesquisa'] as const
export type Kind = (typeof kinds)[number]
const asked = searches(3)

/** Ends early where it is over. */
export async function wholeCase(
  hands: Hands,
  worker: number,
  n: number,
  timed: Timed,
  isOver: () => boolean,
): Promise<void> {
  const browser = the(hands.browsers, worker)
  const here = at.archive(worker % archiveCount)
  const house = `/em/${here}`
  const view = (path: string) => timed('leitura', async () => void expectStatus(await browser.get(path), 200, path))
  const desk = () => timed('mesa', async () => void expectStatus(await browser.get(`${house}/mesa`), 200, 'the desk'))
  const many = async (times: number, work: () => Promise<unknown>) => {
    for (let time = 0; time < times; time++) await work()
  }
  const act = (path: string, fields: Readonly<Record<string, string>>) =>
    timed('escrita', async () => void expectStatus(await browser.post(path, fields), 303, path))
  await many(5, desk)
  const digits = await timed('escrita', () => openIn(browser, house, hands))
  const page = `${house}/processos/${digits}`
  const numbers: string[] = []
  for (let place = 0; place < 2; place++) {
    const number = await timed('escrita', () => write(browser, house, digits, hands))
    await timed('escrita', () => save(browser, house, number))
    await many(4, () => view(`${house}/documentos/${number}`))
    const sign = await timed('leitura', () => readyToSign(browser, [number], house))
    await timed('escrita', sign)
    await timed('escrita', () => include(browser, house, digits, hands, film(1)))
    await many(4, () => view(page))
    numbers.push(number)
  }
  if (isOver()) return
  await many(5, desk)
  await act(`${house}/atribuicao`, { processo: digits, pessoa: the(hands.ids.accounts, worker) })
  await act(`${house}/anotacao`, { processo: digits, anotacao: 'Aguarda a manifestação da área técnica.' })
  for (const [from, to] of [
    [here, at.destination],
    [at.destination, here],
    [here, at.destination],
  ] as const) {
    if (isOver()) return
    await act(`/em/${from}/envio`, { processo: digits, destinos: hands.ids.unit(to) })
    await many(3, () => view(`/em/${to}/processos/${digits}`))
    await many(3, desk)
    await timed('pesquisa', async () => {
      const query = encodeURIComponent(the(asked, n * 4 + numbers.length))
      expectStatus(await browser.get(`${house}/pesquisa?ordem=data&q=${query}`), 200, 'a search')
    })
  }
  await many(1, desk)
  await many(9, () => view(`/em/${at.destination}/processos/${digits}`))
  await timed('pesquisa', async () => {
    expectStatus(await browser.get(`${house}/pesquisa?q=${digits}`), [200, 303], 'the search for a number')
  })
}

export type Timed = <Value>(kind: Kind, work: () => Promise<Value>) => Promise<Value>
