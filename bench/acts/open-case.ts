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
        const opened = await browser.post(`${house}/processos/novo`, {
          tipo: hands.ids.caseType,
          especificacao: 'Processo aberto pela medição',
          classe: hands.ids.recordClass,
          nivel: 'public',
          acao: 'abrir',
        })
        const digits = lastPart(expectStatus(opened, 303, 'opening a case file').location)
        await write(browser, house, digits, hands)
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
        const { caseType: tipo, recordClass: classe } = hands.ids
        const fields = { tipo, especificacao: 'Processo de muitos documentos', classe, nivel: 'public', acao: 'abrir' }
        const digits = lastPart(
          expectStatus(await browser.post(`${house}/processos/novo`, fields), 303, 'opening').location,
        )
        const [row] = await hands.db<{ id: string }[]>`select id from cases.case_file where digits = ${digits}`
        return { house, digits, id: row?.id ?? '' }
      }),
    )
    return {
      ours: (worker) => {
        const { house, digits } = the(cases, worker)
        return write(the(hands.browsers, worker), house, digits, hands)
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

async function write(browser: Browser, house: string, digits: string, hands: Hands): Promise<void> {
  const drafted = await browser.post(`${house}/processos/${digits}/documentos`, {
    tipo: hands.ids.documentType,
    texto_inicial: 'modelo',
    descricao: '',
    nome_na_arvore: '',
    data: new Date().toISOString().slice(0, 10),
    nivel: 'publico',
  })
  const [, number] = /documentos\/(\d+)/.exec(expectStatus(drafted, 303, 'beginning a document').location) ?? []
  const opened = expectStatus(await browser.get(`${house}/documentos/${number}/conteudo`), 200, 'the text')
  const { content, version } = JSON.parse(opened.body) as { content: Content; version: number }
  const next = { ...content, content: content.content.map(filled) }
  const saved = await browser.exchange(`${house}/documentos/${number}/versao`, { content: next, baseVersion: version })
  expectStatus(saved, 200, 'saving a version')
}

interface Content {
  readonly content: readonly { readonly attrs: { readonly kind: string }; readonly content: readonly unknown[] }[]
}

function filled(section: Content['content'][number]) {
  return section.attrs.kind === 'body' ? { ...section, content: longText.map(paragraph) } : section
}

function lastPart(location: string): string {
  return location.split('?')[0]?.split('/').at(-1) ?? ''
}

/** Both sides fill the queue of the index faster than it is drained; the next round shall not pay for it. */
async function forgetQueue({ db }: Hands): Promise<void> {
  await db`delete from search.pending`
}
