import { type Browser, choicesOn, formOn, linksOn, type Reply, type Sending, sendingOf } from '../browser.ts'

/** What takes a number without a hole: a case file, an Ofício of the unit in the year, a line of the day book, a bundle. */
export const numberedKinds = ['case', 'letter', 'entry', 'bundle'] as const
export type NumberedKind = (typeof numberedKinds)[number]

/** Makes an act of a kind out of a form that was opened once: with words and a key that no other act has. */
export type Stamp = (token: string, key: string) => Sending

/** The forms of one worker, each opened once. Letters go into a case file of the worker's own, opened for them. */
export async function openForms(browser: Browser, unit: string, name: string): Promise<Record<NumberedKind, Stamp>> {
  const here = `/em/${unit}`
  const newCase = await caseForm(browser, here)
  const opened = await untilDone(browser, newCase(`${name}-pasta`, `${name}-pasta-chave`))
  const digits = opened.location.split('?')[0]?.split('/').at(-1) ?? ''
  const documents = `${here}/processos/${digits}/documentos`
  const [letterAddress = ''] = linksOn(await browser.open(`${documents}/novo`), /Ofício/)
  const letter = formOn(await browser.open(letterAddress), 'form[method="post"][action$="/documentos"]')
  const entryPage = await browser.open(`${here}/quadro-do-dia/novo`)
  const entry = formOn(entryPage, 'form[action$="/quadro-do-dia"]')
  const [sender] = choicesOn(entryPage, 'categoria').filter(({ value }) => value)
  const [came] = choicesOn(entryPage, 'especie').filter(({ value }) => value)
  const entryFields = { remetente: 'Prova', categoria: sender?.value ?? '', especie: came?.value ?? '' }
  const bundle = formOn(await browser.open(`${here}/blocos/novo`), 'form[action$="/blocos/novo"]')
  return {
    case: newCase,
    letter: (token, key) => sendingOf(letter, { descricao: token, texto_inicial: 'modelo', _chave: key }),
    entry: (token, key) => sendingOf(entry, { ...entryFields, assunto: token, _chave: key }),
    bundle: (token, key) => sendingOf(bundle, { tipo: 'internos', descricao: token, _chave: key }),
  }
}

async function caseForm(browser: Browser, here: string): Promise<Stamp> {
  const types = await browser.open(`${here}/processos/novo`)
  const [address = ''] = linksOn(types, /Pedido de Contribuinte/)
  const form = formOn(await browser.open(address), 'form[action$="/processos/novo"]')
  return (token, key) => sendingOf(form, { especificacao: token, acao: 'abrir', _chave: key })
}

async function untilDone(browser: Browser, sending: Sending): Promise<Reply> {
  for (let tries = 0; ; tries++) {
    const reply = await browser.send(sending).catch(() => undefined)
    if (reply?.status === 303) return reply
    if (tries > 600 || (reply && reply.status < 500 && reply.status !== 429))
      throw new Error(`a folder for letters was not opened: ${reply?.status}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
