import { expectStatus } from '../http-client.ts'
import { at } from '../world/registers.ts'
import { digitsOf } from '../world/world.queries.ts'
import { type Act, type Hands, type PreparedAct, the } from './act.ts'
import { readCase, readDesk, readDocument, search } from './read-pages.queries.ts'
import { searches } from './texts.ts'

/** The desk as people find it in the morning: the newest fifty of ten thousand, with all its figures. */
export const desk: Act = {
  name: 'mesa',
  title: 'Mesa da unidade com 10.000 processos abertos',
  ours: 'a página',
  byHand: 'as 50 linhas; total e números; tipos; pessoas: quatro comandos numa só viagem',
  requests: 1,
  prepare: async (hands) =>
    page(
      hands,
      () => '/mesa',
      (worker) => readDesk(the(hands.connections, worker), hands.ids.unit(at.desk), the(hands.ids.accounts, worker)),
    ),
}

const nth = (n: number) => digitsOf(1, 1 + ((n * 7919) % 10_000))

export const smallCase: Act = {
  name: 'processo',
  title: 'Página de um processo com um documento',
  ours: 'a página, de um processo diferente a cada vez',
  byHand: 'dados, árvore, mesas e pessoas: três comandos numa só viagem',
  requests: 1,
  prepare: async (hands) =>
    page(
      hands,
      (n) => `/processos/${nth(n)}`,
      (worker, n) => readCase(the(hands.connections, worker), hands.ids.unit(at.desk), nth(n)),
    ),
}

export const longCase: Act = {
  name: 'processo-longo',
  title: 'Página do processo com 1.000 documentos',
  ours: 'a página: a última pasta de 50, as outras fechadas',
  byHand: 'dados, os últimos 50 da árvore com o total, mesas e pessoas: três comandos numa só viagem',
  requests: 1,
  prepare: async (hands) =>
    page(
      hands,
      () => `/processos/${digitsOf(3, 1)}`,
      (worker) => readCase(the(hands.connections, worker), hands.ids.unit(at.desk), digitsOf(3, 1)),
    ),
}

export const document: Act = {
  name: 'ler',
  title: 'Página de um documento de 20 KB',
  ours: 'a página, de um documento diferente a cada vez',
  byHand: 'documento com texto e assinaturas, árvore: dois comandos numa só viagem',
  requests: 1,
  async prepare(hands) {
    const rows = await hands.db<{ number: string }[]>`
      select d.number::text from cases.case_file c join documents.document d on d.case_file_id = c.id
        join documents.version v on v.document_id = d.id and v.number = 1
       where c.digits between ${digitsOf(1, 1)} and ${digitsOf(1, 10_000)} and length(v.plain_text) > 15000 order by d.id limit 500`
    const numbers = rows.map(({ number }) => number)
    return page(
      hands,
      (n) => `/documentos/${the(numbers, n)}`,
      (worker, n) => readDocument(the(hands.connections, worker), the(numbers, n)),
    )
  },
}

export const searchOne = searchOf(1, 'pesquisa-1', 'Pesquisa de uma palavra')
export const searchTwo = searchOf(2, 'pesquisa-2', 'Pesquisa de duas palavras')
export const searchThree = searchOf(3, 'pesquisa-3', 'Pesquisa de três palavras')

function searchOf(words: number, name: string, title: string): Act {
  const asked = searches(words)
  return {
    name,
    title,
    ours: 'a página: 20 achados que a unidade pode ler, com trechos, e o total até 1.000',
    byHand: 'os 20 mais novos com o texto, e o total até 1.000: dois comandos numa só viagem, sem filtro de acesso',
    requests: 1,
    prepare: async (hands) =>
      page(
        hands,
        (n) => `/pesquisa?ordem=data&q=${encodeURIComponent(the(asked, n))}`,
        (worker, n) => search(the(hands.connections, worker), the(asked, n)),
      ),
  }
}

/** Both sides read the same things in the same order, each at its own pace. */
function page(
  hands: Hands,
  path: (n: number) => string,
  byHand: (worker: number, n: number) => Promise<unknown>,
): PreparedAct {
  let [ours, other] = [0, 0]
  const open = async (worker: number) => {
    const address = `/em/${at.desk}${path(ours++)}`
    return expectStatus(await the(hands.browsers, worker).get(address), 200, address)
  }
  return {
    ours: async (worker) => {
      await open(worker)
    },
    byHand: async (worker) => {
      await byHand(worker, other++)
    },
    pageBytes: async () => (await open(0)).bytes,
  }
}
