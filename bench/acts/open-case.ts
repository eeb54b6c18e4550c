import type { Browser } from '../http-client.ts'
import { expectStatus } from '../http-client.ts'
import { archiveCount, at } from '../world/registers.ts'
import { type Act, type Hands, the } from './act.ts'
import { drawDocument, openByHand, saveByHand } from './open-case.queries.ts'
import { longText, paragraph } from './texts.ts'

/** Opens a case file and writes a document of 20 KB in it. */
export const openCase: Act = {
  name: 'abrir',
  title: 'Abrir processo com documento de 20 KB',
  ours: 'quatro pedidos: formulário do processo, formulário do documento, texto para o editor, versão com 20 KB',
  byHand: 'três transações de um comando: processo com número, mesa, passagem e histórico; documento; versão com 20 KB',
  requests: 4,
  async prepare(hands) {
    return {
      ours: async (worker) => {
        const browser = the(hands.browsers, worker)
        const house = `/em/${at.archive(worker)}`
        await write(browser, house, await openIn(browser, house, hands), hands)
      },
      byHand: async (worker) => {
        const sql = the(hands.connections, worker)
        const unit = at.archive(worker)
        const who = { unit: hands.ids.unit(unit), account: the(hands.ids.accounts, worker) }
        const caseFileId = await openByHand(sql, hands.ids, who, `9${String(worker % archiveCount).padStart(2, '0')}4`)
        const documentId = await drawDocument(sql, hands.ids, who, caseFileId)
        await saveByHand(sql, who, caseFileId, documentId, longText)
      },
      restock: () => forgetQueue(hands),
    }
  },
}

/** Writes a document of 20 KB into a case file that is there. */
export const writeDocument: Act = {
  name: 'documento',
  title: 'Criar documento de 20 KB em processo aberto',
  ours: 'três pedidos: formulário do documento, texto para o editor, versão com 20 KB',
  byHand: 'duas transações de um comando: documento; versão com 20 KB',
  requests: 3,
  async prepare(hands) {
    const cases = await Promise.all(
      hands.browsers.map(async (browser, worker) => {
        const house = `/em/${at.archive(worker)}`
        const digits = await openIn(browser, house, hands)
        const [row] = await hands.db<{ id: string }[]>`select id from cases.case_file where digits = ${digits}`
        return { house, digits, id: row?.id ?? '' }
      }),
    )
    return {
      ours: async (worker) => {
        const { house, digits } = the(cases, worker)
        await write(the(hands.browsers, worker), house, digits, hands)
      },
      byHand: async (worker) => {
        const sql = the(hands.connections, worker)
        const who = { unit: hands.ids.unit(at.archive(worker)), account: the(hands.ids.accounts, worker) }
        const { id } = the(cases, worker)
        await saveByHand(sql, who, id, await drawDocument(sql, hands.ids, who, id), longText)
      },
      restock: () => forgetQueue(hands),
    }
  },
}

/** Opens a case file in this house; answers its digits. */
export async function openIn(browser: Browser, house: string, { ids }: Hands): Promise<string> {
  const opened = await browser.post(`${house}/processos/novo`, {
    tipo: ids.caseType,
    especificacao: 'Processo aberto pela medição',
    classe: ids.recordClass,
    nivel: 'public',
    acao: 'abrir',
  })
  return lastPart(expectStatus(opened, 303, 'opening a case file').location)
}

/** Three requests; answers the number of the document. `texts`: other paragraphs than the long text. */
export async function write(
  browser: Browser,
  house: string,
  digits: string,
  hands: Hands,
  texts: readonly string[] = longText,
): Promise<string> {
  const drafted = await browser.post(`${house}/processos/${digits}/documentos`, {
    tipo: hands.ids.documentType,
    texto_inicial: 'modelo',
    descricao: '',
    nome_na_arvore: '',
    data: new Date().toISOString().slice(0, 10),
    nivel: 'publico',
  })
  const [, number] = /documentos\/(\d+)/.exec(expectStatus(drafted, 303, 'beginning a document').location) ?? []
  await save(browser, house, number ?? '', texts)
  return number ?? ''
}

/** The text for the editor, and a version with these paragraphs. */
export async function save(
  browser: Browser,
  house: string,
  number: string,
  texts: readonly string[] = longText,
): Promise<void> {
  const opened = expectStatus(await browser.get(`${house}/documentos/${number}/conteudo`), 200, 'the text')
  const { content, version } = JSON.parse(opened.body) as { content: Content; version: number }
  const next = { ...content, content: content.content.map((section) => filled(section, texts)) }
  const saved = await browser.exchange(`${house}/documentos/${number}/versao`, { content: next, baseVersion: version })
  expectStatus(saved, 200, 'saving a version')
}

interface Content {
  readonly content: readonly { readonly attrs: { readonly kind: string }; readonly content: readonly unknown[] }[]
}

function filled(section: Content['content'][number], texts: readonly string[]) {
  return section.attrs.kind === 'body' ? { ...section, content: texts.map(paragraph) } : section
}

function lastPart(location: string): string {
  return location.split('?')[0]?.split('/').at(-1) ?? ''
}

/** Both sides fill the queue of the index faster than it is drained; the next round shall not pay for it. */
async function forgetQueue({ db }: Hands): Promise<void> {
  await db`delete from search.pending`
}
