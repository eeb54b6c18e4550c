import { findCaseFile, type OpenedCaseFile, suspendCaseFile } from '../capabilities/cases/index.ts'
import { certifySecrecy } from '../capabilities/documents/index.ts'
import { acknowledge, writeComment } from '../capabilities/remarks/index.ts'
import { concludeHolding } from '../capabilities/routing/index.ts'
import type { Actor } from '../platform/actor.ts'
import { addDays, todayIn } from '../platform/calendar/index.ts'
import type { Platform } from '../platform/platform.ts'
import { must } from './furnish-registers.ts'
import type { Ids } from './ids.ts'
import { names } from './requests.ts'
import { Storyteller } from './storyteller.ts'

type Story = (platform: Platform, ids: Ids, place: number, begin: Date) => Promise<void>

/** A new case type asked for by a member of the CPAD, on its way to the unit that answers in five working days. */
export const tellNewType: Story = async (platform, ids, place, begin) => {
  const davi = ids.as('davi.mg', 'SEI-MG')
  const lia = ids.as('lia.mg', 'APM-SEI')
  const story = new Storyteller(platform, ids, begin)
  const subject = ['Convênio de estágio', 'Doação de bens móveis', 'Credenciamento de perito', 'Bolsa de pesquisa'][
    place % 4
  ]
  const file = await story.open(davi, {
    type: 'Gestão da Informação: Gestão Documental',
    summary: `Criação do tipo de processo “${subject}”`,
    interested: ['Comissão Permanente de Avaliação de Documentos'],
  })
  const form = await story
    .later(2)
    .write(
      davi,
      file,
      'Formulário de Identificação de Processos no SEI',
      `| Campo | Resposta |\n|---|---|\n| Nome do tipo de processo | ${subject} |\n| Finalidade | Reunir em um só tipo os pedidos desta matéria |\n| Classe no plano de classificação | 010.1 |\n| Nível de acesso sugerido | Público |`,
    )
  if (place % 4 === 0) return
  await story.later(1).sign(davi, 'Multiplicador', form)
  const due = addDays(todayIn(story.now), 7)
  await story.later(1).send(davi, file, [lia], { returnDue: due, keepOpen: true })
  if (place % 4 === 1) return
  await story.later(24).receive(lia, file)
  const answer = await story
    .later(3)
    .write(lia, file, 'Despacho', `De acordo com a criação do tipo **${subject}**. Ao multiplicador, para ciência.`)
  await story.later(1).sign(lia, 'Arquivista', answer)
  await story.later(1).send(lia, file, [davi])
}

/** A citizen's matter that came by the SP156 channels, with the document that ends it. */
export const tellChannel: Story = async (platform, ids, place, begin) => {
  const otavio = ids.as('otavio.sp', 'SP156')
  const story = new Storyteller(platform, ids, begin)
  const matter = [
    'Segunda via do IPTU',
    'Isenção de aposentado',
    'Correção de metragem do imóvel',
    'Nota fiscal não convertida',
  ][place % 4]
  const file = await story.open(otavio, {
    type: 'Atendimento: Canais SP156',
    summary: `${matter} (protocolo ${2_400_100 + place})`,
    interested: [names[(place * 3) % names.length] ?? names[0]],
  })
  const note = await story
    .later(4)
    .write(
      otavio,
      file,
      'Informação',
      `Pedido recebido pelos canais SP156: ${matter?.toLowerCase()}. Cadastro conferido.`,
    )
  await story.later(1).sign(otavio, 'Analista', note)
  if (place % 3 === 0) return
  const end = await story
    .later(20)
    .write(
      otavio,
      file,
      'SP 156 Finalizado',
      `Prezado(a) cidadão(ã),\n\nSeu pedido de **${matter?.toLowerCase()}** foi atendido.`,
    )
  await story.later(1).sign(otavio, 'Analista', end)
  if (place % 3 === 1) must(await concludeHolding(platform.db, otavio, file.digits, story.later(1).now))
}

/** Case files of the Rio house: matters of people, restricted, travelling between mailroom and cabinet. */
export const tellRio: Story = async (platform, ids, place, begin) => {
  const rita = ids.as('rita.rj', 'PROTGER')
  const cabinet = ids.as('rita.rj', 'GABSEC')
  const story = new Storyteller(platform, ids, begin)
  const file = await story.open(rita, {
    type: place % 2 === 0 ? 'Pessoal: Férias' : 'Demanda Externa: Deputado Estadual',
    summary: place % 2 === 0 ? 'Marcação de férias' : 'Informações sobre obra pública',
    interested: [names[(place * 5) % names.length] ?? names[0]],
    ...(place % 2 === 0 ? { level: 'restricted' as const } : {}),
  })
  const memo = await story.later(2).write(rita, file, 'Memorando', 'Encaminhamos o pedido para decisão do Gabinete.')
  await story.later(1).sign(rita, 'Protocolista', memo)
  if (place % 4 !== 0) await story.later(1).send(rita, file, [cabinet])
  if (place === 0) await certify(platform, story, rita, file)
}

/** The unit certifies that the case file is not public, and by what. */
async function certify({ db }: Platform, story: Storyteller, by: Actor, file: OpenedCaseFile): Promise<void> {
  const caseFile = await findCaseFile(db, by, { digits: file.digits }, 'reading', story.later(3).now)
  const made = caseFile && (await certifySecrecy(db, by, { caseFile, document: undefined }, story.now))
  if (made) await story.later(1).sign(by, 'Protocolista', must(made).number)
}

/** One confidential inquiry and one suspended request, so that these states are to be seen too. */
export async function tellSpecialStates(platform: Platform, ids: Ids, begin: Date): Promise<void> {
  const carlos = ids.as('carlos.cofic', 'COFIC')
  const secret = new Storyteller(platform, ids, begin)
  await secret.open(carlos, {
    type: 'Fiscalização: Diligência',
    summary: 'Diligência em estabelecimento',
    interested: [names[0]],
    level: 'confidential',
  })
  const marina = ids.as('marina.protocolo', 'PROT-GS')
  const waiting = new Storyteller(platform, ids, begin)
  const file = await waiting.open(marina, {
    type: 'Atendimento: Manifestação do Cidadão',
    summary: 'Reclamação sobre atendimento telefônico',
    interested: [names[4]],
  })
  const note = await waiting
    .later(3)
    .write(marina, file, 'Despacho', 'Aguarda-se a gravação do atendimento, pedida à operadora.')
  await waiting.later(1).sign(marina, 'Chefe do Protocolo', note)
  const about = { digits: file.digits }
  must(
    await writeComment(
      platform.db,
      marina,
      { about, text: 'A operadora prometeu a gravação para esta semana.' },
      waiting.later(1).now,
    ),
  )
  await acknowledge(platform.db, marina, { caseFiles: [file.digits] }, waiting.later(1).now)
  must(
    await suspendCaseFile(
      platform.db,
      marina,
      {
        digits: file.digits,
        reason: 'Aguarda a gravação do atendimento, pedida à operadora.',
        linkedDigits: undefined,
      },
      waiting.later(1).now,
    ),
  )
}
