import { actOnDeadlines, setDeadlines } from '../capabilities/deadlines/index.ts'
import { assignCaseFile, concludeHolding } from '../capabilities/routing/index.ts'
import type { Actor } from '../platform/actor.ts'
import { addDays, todayIn } from '../platform/calendar/index.ts'
import type { Platform } from '../platform/platform.ts'
import { selectDeadlinesOf } from './demonstration.queries.ts'
import { must } from './furnish-registers.ts'
import type { Ids } from './ids.ts'
import { letter } from './papers.ts'
import { names, requests } from './requests.ts'
import { Storyteller } from './storyteller.ts'

/**
 * The request of a taxpayer on its way: mailroom → cabinet → adviser → signature of the Secretary → Public Prosecutor.
 * Each stands at another point of it: `stage` 0 to 7.
 */
export async function tellRequest(platform: Platform, ids: Ids, place: number, begin: Date): Promise<void> {
  const marina = ids.as('marina.protocolo', 'PROT-GS')
  const tadeu = ids.as('tadeu.gabinete', 'GS')
  const ana = ids.as('ana.assessora', 'ASSEG')
  const stage = place % 8
  const request = requests[place % requests.length] ?? requests[0]
  const who = names[(place * 7) % names.length] ?? names[0]
  const story = new Storyteller(platform, ids, begin)

  const file = await story.open(marina, {
    type: place % 5 === 4 ? 'Demanda Externa: Ministério Público' : 'Arrecadação: Pedido de Contribuinte',
    summary: request.summary,
    interested: [who],
    ...(place % 11 === 3 ? { level: 'restricted' as const } : {}),
  })
  const paper = await letter(platform, {
    title: 'Requerimento',
    from: who,
    body: `Ao Secretário de Estado da Tributação.\n\n${who} vem requerer ${request.ask}.\n\nNestes termos, pede deferimento.`,
    date: story.now,
  })
  await story.later(1).upload(marina, file, {
    typeName: 'Requerimento',
    name: 'requerimento.pdf',
    type: 'application/pdf',
    bytes: paper,
    digitized: place % 3 === 0,
  })
  if (stage === 0) return

  await story.later(2).send(marina, file, [tadeu], stage === 1 ? leaving(platform, place) : {})
  if (stage === 1) return

  await story.later(20).receive(tadeu, file)
  if (stage === 7) return atCofic(platform, story, ids, file, tadeu)
  const due = stage === 2 ? addDays(todayIn(platform.clock()), (place % 9) - 3) : undefined
  const returnDue = due && due > todayIn(story.now) ? due : undefined
  const despatch = await story
    .later(1)
    .write(
      tadeu,
      file,
      'Despacho',
      `À Assessoria do Gabinete,\n\nPara análise e minuta de resposta ao pedido de **${who}**: ${request.summary.toLowerCase()}.`,
    )
  await story.later(1).sign(tadeu, 'Chefe de Gabinete', despatch)
  await story.later(1).send(tadeu, file, [ana], returnDue ? { keepOpen: true, returnDue } : {})
  if (stage === 2) return

  await story.later(22).receive(ana, file)
  await assign(platform, story, ana, file.digits)
  const report = await story.later(3).write(ana, file, 'Informação', reportOn(who, request.ask))
  await deadline(platform, story, ana, file.digits, 'Responder ao requerente', 5 + (place % 12))
  if (stage === 3) return

  await story.later(4).sign(ana, 'Assessor Técnico', report)
  // Some forget to say that it was done: the list of deadlines tells of case files that have left, too.
  if (place % 5 !== 0) await concludeDeadlines(platform, story, ana, file.digits)
  await story.later(1).send(ana, file, [tadeu])
  if (stage === 4) return
  await atTheSecretary(platform, story, ids, { file, who, request, stage })
}

async function atTheSecretary(
  platform: Platform,
  story: Storyteller,
  ids: Ids,
  told: {
    readonly file: Parameters<Storyteller['send']>[1]
    readonly who: string
    readonly request: (typeof requests)[number]
    readonly stage: number
  },
): Promise<void> {
  const adviser = ids.as('ana.assessora', 'GS')
  const helena = ids.as('helena.secretaria', 'GS')
  const paula = ids.as('paula.mp', 'PGJ-PROT')
  const { file } = told
  await story.later(18).receive(adviser, file)
  const letterNumber = await story
    .later(2)
    .write(
      adviser,
      file,
      'Ofício',
      `Senhora Procuradora-Geral,\n\nEm atenção ao que consta do processo, informamos que foi deferido o pedido de **${told.who}**: ${told.request.summary.toLowerCase()}.\n\nPermanecemos à disposição para outros esclarecimentos.`,
    )
  if (told.stage === 5) return
  await story.later(5).sign(helena, 'Secretário de Estado da Tributação', letterNumber)
  await story.later(1).send(helena, file, [paula], { keepOpen: true })
  await story.later(26).receive(paula, file)
  must(await concludeHolding(platform.db, helena, file.digits, story.later(1).now))
}

async function atCofic(
  platform: Platform,
  story: Storyteller,
  ids: Ids,
  file: Parameters<Storyteller['send']>[1],
  tadeu: Actor,
): Promise<void> {
  const carlos = ids.as('carlos.cofic', 'COFIC')
  await story.later(1).send(tadeu, file, [carlos])
  await story.later(6).receive(carlos, file)
  const memo = await story
    .later(2)
    .write(
      carlos,
      file,
      'Memorando',
      'Ao Gabinete,\n\nO contribuinte foi orientado por telefone e por e-mail. O atendimento está encerrado.',
    )
  await story.later(1).sign(carlos, 'Coordenador', memo)
  must(await concludeHolding(platform.db, carlos, file.digits, story.later(1).now))
}

/** Some stay open at the mailroom, and some come back to it by themselves. */
function leaving(platform: Platform, place: number) {
  if (place % 16 === 1) return { keepOpen: true }
  return { reopenOn: addDays(todayIn(platform.clock()), 2 + (place % 9)) }
}

async function deadline(
  platform: Platform,
  story: Storyteller,
  actor: Actor,
  caseNumber: string,
  text: string,
  days: number,
): Promise<void> {
  const term = { from: todayIn(story.now), days, counting: 'working' } as const
  const [set] = await setDeadlines(platform.db, actor, { caseNumbers: [caseNumber], text, term }, story.now)
  if (set) must(set.outcome)
}

async function concludeDeadlines(platform: Platform, story: Storyteller, actor: Actor, digits: string): Promise<void> {
  const ids = await selectDeadlinesOf(platform.db, digits)
  const now = story.later(1).now
  for (const { outcome } of await actOnDeadlines(platform.db, actor, ids, { act: 'conclude' }, now)) must(outcome)
}

async function assign(platform: Platform, story: Storyteller, actor: Actor, caseNumber: string): Promise<void> {
  must(await assignCaseFile(platform.db, actor, { caseNumber, to: actor.userId }, story.now))
}

function reportOn(who: string, ask: string): string {
  return [
    '## Relatório',
    `Trata-se de requerimento de **${who}**, que pede ${ask}.`,
    '## Análise',
    'O pedido veio instruído com a documentação exigida. Não há pendência que impeça o seu atendimento.',
    '- A identificação do requerente foi conferida.',
    '- O prazo médio de sete dias está respeitado.',
    '## Conclusão',
    'Opina-se pelo deferimento, com resposta por ofício do Gabinete.',
  ].join('\n\n')
}
