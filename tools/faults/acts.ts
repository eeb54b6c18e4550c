import { createHash } from 'node:crypto'
import { type Browser, choicesOn, formOn, linksOn, type Reply, type Sending, sendingOf } from './browser.ts'
import type { ActKind } from './ledger.ts'
import type { Random } from './random.ts'

/** What one writer has in hand: only what was acknowledged. */
export interface Hands {
  readonly unit: string
  readonly password: string
  cases: { readonly digits: string; readonly documents: Paper[] }[]
}

export interface Paper {
  readonly number: string
  written: boolean
  signed: boolean
  draftSequence: number
}

/** An act ready to be sent, any number of times. */
export interface PreparedAct {
  readonly kind: ActKind
  readonly about: Readonly<Record<string, string>>
  readonly sending: Sending
  /** Notes in hand what was acknowledged. */
  readonly keep: (reply: Reply) => void
}

interface Circumstances {
  readonly browser: Browser
  readonly hands: Hands
  readonly random: Random
  readonly token: string
}

/** Chooses an act that can be done with what is in hand and prepares it, as far as the page with its form. */
export async function prepareAct(around: Circumstances, only?: ActKind): Promise<PreparedAct> {
  const { hands, random } = around
  const kinds = only ? [only] : possible(hands)
  return prepare[random.pick(kinds)](around)
}

/** Frequent acts stand more than once. */
function possible({ cases }: Hands): ActKind[] {
  const papers = cases.flatMap(({ documents }) => documents)
  const when = (holds: boolean, ...kinds: ActKind[]) => (holds ? kinds : [])
  return [
    'open',
    ...when(cases.length > 0, 'include', 'include', 'upload', 'upload'),
    ...when(papers.some(isDraft), 'draft', 'draft'),
    ...when(papers.some(isBlank), 'save', 'save', 'save'),
    ...when(papers.some(isReady), 'sign', 'sign', 'sign'),
    ...when(cases.some(isFit), 'send'),
  ]
}

const isDraft = ({ signed }: Paper) => !signed
const isBlank = ({ written, signed }: Paper) => !written && !signed
const isReady = ({ written, signed }: Paper) => written && !signed
const isFit = ({ documents }: Hands['cases'][number]) => documents.some(({ signed }) => signed)

const prepare: Record<ActKind, (around: Circumstances) => Promise<PreparedAct>> = {
  async open({ browser, hands, token }) {
    const types = await browser.open(`/em/${hands.unit}/processos/novo`)
    const [address = ''] = linksOn(types, /Pedido de Contribuinte/)
    const form = formOn(await browser.open(address), 'form[action$="/processos/novo"]')
    return {
      kind: 'open',
      about: {},
      sending: sendingOf(form, { especificacao: token, acao: 'abrir' }),
      keep: ({ location }) => {
        hands.cases.push({ digits: location.split('?')[0]?.split('/').at(-1) ?? '', documents: [] })
        if (hands.cases.length > 4) hands.cases.shift()
      },
    }
  },

  async include({ browser, hands, random, token }) {
    const { digits, documents } = random.pick(hands.cases)
    const base = `/em/${hands.unit}/processos/${digits}/documentos`
    const name = random.pick(['Despacho', 'Ofício', 'Ofício', 'Portaria'])
    const [address = ''] = linksOn(await browser.open(`${base}/novo`), new RegExp(name))
    const form = formOn(await browser.open(address), 'form[method="post"][action$="/documentos"]')
    return {
      kind: 'include',
      about: { digits, type: name },
      sending: sendingOf(form, { descricao: token, texto_inicial: 'modelo' }),
      keep: ({ location }) => {
        const number = /\/documentos\/(\d+)/.exec(location)?.[1] ?? ''
        documents.push({ number, written: false, signed: false, draftSequence: 0 })
      },
    }
  },

  async save({ browser, hands, random, token }) {
    const paper = random.pick(papersOf(hands, isBlank))
    const page = await browser.open(`/em/${hands.unit}/documentos/${paper.number}/editor`)
    return {
      kind: 'save',
      about: { number: paper.number },
      sending: sendingOf(formOn(page, 'form[data-editor]'), { secao_corpo: token }),
      keep: () => {
        paper.written = true
      },
    }
  },

  async draft({ browser, hands, random, token }) {
    const paper = random.pick(papersOf(hands, isDraft))
    const base = `/em/${hands.unit}/documentos/${paper.number}`
    const page = await browser.open(`${base}/conteudo`)
    const { content, version, csrf } = JSON.parse(page.body) as EditorMessage
    const sequence = ++paper.draftSequence
    const sections = content.content.map((section) =>
      section.attrs.key === 'corpo' ? { ...section, content: [paragraph(token)] } : section,
    )
    const body = { content: { ...content, content: sections }, baseVersion: version, session: 'prova', sequence }
    return {
      kind: 'draft',
      about: { number: paper.number, sequence: String(sequence) },
      sending: {
        method: 'PUT',
        url: `${base}/rascunho`,
        headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
        pieces: [Buffer.from(JSON.stringify(body))],
      },
      keep: () => undefined,
    }
  },

  async sign({ browser, hands, random }) {
    const paper = random.pick(papersOf(hands, isReady))
    const page = await browser.open(`/em/${hands.unit}/documentos/${paper.number}/assinatura`)
    const form = formOn(page, 'form[action$="/assinatura"]')
    const [, version = '', sha256 = ''] = String(form.fields.documento ?? '').split('.')
    return {
      kind: 'sign',
      about: { number: paper.number, version, sha256 },
      sending: sendingOf(form, { senha: hands.password }),
      keep: () => {
        paper.signed = true
      },
    }
  },

  async send({ browser, hands, random }) {
    const caseFile = random.pick(hands.cases.filter(isFit))
    const page = await browser.open(`/em/${hands.unit}/envio?processo=${caseFile.digits}`)
    const { value: to } = random.pick(choicesOn(page, 'destinos'))
    const form = formOn(page, 'form[action$="/envio"]')
    return {
      kind: 'send',
      about: { digits: caseFile.digits, to },
      sending: sendingOf(form, { destinos: to, avisar: random.chance(0.5) ? 'sim' : '' }),
      keep: () => {
        hands.cases = hands.cases.filter((one) => one !== caseFile)
      },
    }
  },

  async upload({ browser, hands, random, token }) {
    const { digits } = random.pick(hands.cases)
    const page = await browser.open(`/em/${hands.unit}/processos/${digits}/documentos/externo`)
    const [type] = choicesOn(page, 'tipo').filter(({ label }) => label.includes('Requerimento'))
    const content = bytesOf(token, random.whole(1, random.chance(0.2) ? 40 : 6) * 50_000)
    const today = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10)
    const fields = { tipo: type?.value ?? '', data: today, formato: 'nato-digital', descricao: token }
    const file = { field: 'arquivos', name: 'anexo.txt', type: 'text/plain', content }
    return {
      kind: 'upload',
      about: { digits, sha256: createHash('sha256').update(content).digest('hex') },
      sending: sendingOf(formOn(page, 'form#envio'), fields, file),
      keep: () => undefined,
    }
  },
}

interface EditorMessage {
  readonly content: { readonly content: readonly { readonly attrs: { readonly key: string } }[] }
  readonly version: number
  readonly csrf: string
}

function papersOf(hands: Hands, fits: (paper: Paper) => boolean): Paper[] {
  return hands.cases.flatMap(({ documents }) => documents).filter(fits)
}

function paragraph(text: string) {
  return { type: 'paragraph', attrs: { style: 'justified' }, content: [{ type: 'text', text }] }
}

/** Plain text of this size that no other token gives. */
function bytesOf(token: string, size: number): Buffer {
  const line = Buffer.from(`${token} ${createHash('sha256').update(token).digest('hex')}\n`)
  return Buffer.alloc(size, line)
}
