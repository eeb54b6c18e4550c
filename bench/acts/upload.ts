import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from '../http-client.ts'
import { expectStatus, type FileToSend } from '../http-client.ts'
import { at } from '../world/registers.ts'
import { type Act, type Hands, the } from './act.ts'
import { film, noise } from './files.ts'
import { drawDocument, saveByHand } from './open-case.queries.ts'
import { openIn, write } from './open-case.ts'
import { longText } from './texts.ts'

/** Files are many bytes: shorter rounds tell as much. */
const share = 0.6

/** Includes a file of 1 MB as a document, against writing it and waiting for the disk. */
export const uploadFile: Act = {
  name: 'arquivo',
  title: 'Incluir arquivo de 1 MB em processo aberto',
  ours: 'um pedido: o formulário com o arquivo, que é guardado com sha256 e esperado no disco, e vira documento',
  byHand: 'escrever 1 MiB num arquivo novo e esperar pelo disco (write + fsync), sem banco e sem sha256',
  requests: 1,
  async prepare(hands) {
    const cases = await caseForEach(hands)
    return {
      share,
      ours: async (worker) => {
        const { house, digits } = the(cases, worker)
        await include(the(hands.browsers, worker), house, digits, hands, film(1))
      },
      byHand: () => writeByHand(hands.folder),
    }
  },
}

/** Writes a document of 20 KB and includes a file of 1 MB. */
export const writeAndUpload: Act = {
  name: 'documento-e-arquivo',
  title: 'Criar documento de 20 KB e incluir arquivo de 1 MB',
  ours: 'quatro pedidos: os três do documento e o do arquivo',
  byHand: 'as duas transações do documento, e 1 MiB escrito e esperado no disco',
  requests: 4,
  async prepare(hands) {
    const cases = await caseForEach(hands)
    return {
      share,
      ours: async (worker) => {
        const { house, digits } = the(cases, worker)
        const browser = the(hands.browsers, worker)
        await write(browser, house, digits, hands)
        await include(browser, house, digits, hands, film(1))
      },
      byHand: async (worker) => {
        const sql = the(hands.connections, worker)
        const who = { unit: hands.ids.unit(at.archive(worker)), account: the(hands.ids.accounts, worker) }
        const { id } = the(cases, worker)
        await saveByHand(sql, who, id, await drawDocument(sql, hands.ids, who, id), longText)
        await writeByHand(hands.folder)
      },
      restock: async () => {
        await hands.db`delete from search.pending`
      },
    }
  },
}

/** One file as one document. */
export async function include(
  browser: Browser,
  house: string,
  digits: string,
  { ids }: Hands,
  file: FileToSend,
): Promise<void> {
  const sent = await browser.upload(
    `${house}/processos/${digits}/documentos/externo`,
    {
      tipo: ids.uploadType,
      data: new Date().toISOString().slice(0, 10),
      formato: 'nato-digital',
      conferencia: '',
      descricao: '',
      nome_na_arvore: '',
      numero: '',
      nivel: 'publico',
    },
    file,
  )
  expectStatus(sent, 303, 'including a file')
}

export async function caseForEach(hands: Hands) {
  return Promise.all(
    hands.browsers.map(async (browser, worker) => {
      const house = `/em/${at.archive(worker)}`
      const digits = await openIn(browser, house, hands)
      const [row] = await hands.db<{ id: string }[]>`select id from cases.case_file where digits = ${digits}`
      return { house, digits, id: row?.id ?? '' }
    }),
  )
}

/** Writes megabytes into a new file, waits for the disk, and takes the file away. */
export async function writeByHand(folder: string, megabytes = 1): Promise<void> {
  const place = join(folder, 'à-mão')
  await mkdir(place, { recursive: true })
  const path = join(place, crypto.randomUUID())
  const bytes = noise()
  const file = await open(path, 'wx')
  try {
    for (let n = 0; n < megabytes; n++) await file.write(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rm(path)
}
