import { bookCommitment, nameKeepers, openCalendar, registerRequest } from '../capabilities/agenda/index.ts'
import { answerDemand, askSectors, registerDemand } from '../capabilities/demands/index.ts'
import type { Actor } from '../platform/actor.ts'
import { addDays, type LocalDate, todayIn } from '../platform/calendar/index.ts'
import type { Platform } from '../platform/platform.ts'
import { must } from './furnish-registers.ts'
import type { Ids } from './ids.ts'

/** The agenda of the secretary, who asks to be heard, and what courts and other bodies demand. */
export async function tellCabinet({ db, clock }: Platform, ids: Ids, officeId: string): Promise<void> {
  const now = clock()
  const actor = ids.as('tadeu.gabinete', 'GS')
  await tellAgenda(db, actor, officeId, now)
  // The secretary says who keeps it besides her.
  const secretary = ids.as('helena.secretaria', 'GS')
  for (const keeper of [actor, ids.as('ana.assessora', 'GS')])
    await nameKeepers(db, secretary, { officeId, name: keeper.userId }, now)
  await tellDemands(db, actor, now)
}

const noInterests = { representative: '', represented: '', interests: '' } as const
const commitments = [
  [0, '09:00', 'meeting', 'Metas de arrecadação do trimestre', noInterests],
  [1, '10:00', 'internal', 'Despacho com a assessoria', noInterests],
  [2, '11:00', 'event', 'Abertura da semana de educação fiscal', noInterests],
] as const

async function tellAgenda(db: Platform['db'], actor: Actor, officeId: string, now: Date): Promise<void> {
  const today = todayIn(now)
  await openCalendar(db, actor, { officeId, opens: '08:00', closes: '14:00', slotMinutes: 30, isPublic: true }, now)
  const rest = { booksRoom: false, isOutsideHours: false, wordsArePublic: false, caseNumber: undefined } as const
  const base = { officeId, place: 'Gabinete', participants: [], reserved: undefined, ...rest } as const
  for (const [days, clock, kind, subject, interests] of commitments) {
    await bookCommitment(
      db,
      actor,
      { ...base, ...interests, ...hourOf(addDays(today, days), clock), kind, subject },
      now,
    )
  }
  const reserved = { basis: 'Lei nº 12.527/2011, art. 23, VII', discloseOn: addDays(today, 400) }
  const secret = { kind: 'meeting', subject: 'Operação de fiscalização', ...noInterests, reserved } as const
  await bookCommitment(db, actor, { ...base, ...secret, ...hourOf(addDays(today, 1), '12:00') }, now)
  const wish = {
    wishedFrom: today,
    wishedUntil: addDays(today, 10),
    wishedNote: 'de manhã',
    caseNumber: undefined,
  } as const
  const contact = { phone: '(84) 3200-0000', email: 'contato@comercio.exemplo', channel: 'phone' } as const
  const lawyer = { name: 'João Batista', body: 'Comércio Potiguar Ltda.', role: 'advogado', isPrivate: true }
  const asked = { officeId, requester: 'Maria das Dores', institution: 'Comércio Potiguar Ltda.', ...contact, ...wish }
  const regime = { subject: 'Regime especial de tributação', isUrgent: true, participants: [lawyer] }
  await registerRequest(db, actor, { ...asked, ...regime }, now)
  const visit = { subject: 'Visita de estudantes', isUrgent: false, participants: [] }
  const request = await registerRequest(
    db,
    actor,
    { ...asked, requester: 'Escola Estadual', institution: '', ...visit },
    now,
  )
  if (!request?.done) return
  const accepted = {
    ...base,
    ...noInterests,
    kind: 'event',
    subject: visit.subject,
    requestId: request.value.id,
  } as const
  await bookCommitment(db, actor, { ...accepted, ...hourOf(addDays(today, 3), '09:00') }, now)
}

function hourOf(day: LocalDate, clock: string): { from: Date; to: Date } {
  const from = new Date(`${day}T${clock}:00-03:00`)
  return { from, to: new Date(from.getTime() + 1_800_000) }
}

const demands = [
  ['judiciary', '3ª Vara da Fazenda Pública', 'Mandado 14/2026', 'Informações em mandado de segurança', 8, 22],
  ['prosecution', 'Ministério Público do Estado', 'Ofício 118/2026', 'Dados de restituições de imposto', 14, 2],
  ['attorney', 'Procuradoria-Geral do Estado', 'Memorando 9/2026', 'Subsídios para defesa', 20, -2],
  ['legislature', 'Assembleia Legislativa', 'Requerimento 77/2026', 'Renúncia fiscal do exercício', 30, -5],
] as const

/** One with units asked, one that is near, one that is late, and one that was answered late. */
async function tellDemands(db: Platform['db'], actor: Actor, now: Date): Promise<void> {
  const today = todayIn(now)
  for (const [place, [bodyClass, body, number, subject, ago, left]] of demands.entries()) {
    const what = { bodyClass, body, number, subject, legalBase: 'Prazo dado no próprio pedido' }
    const data = { ...what, receivedOn: addDays(today, -ago), responsibleId: actor.userId, caseNumber: undefined }
    const { id } = must(await registerDemand(db, actor, { ...data, term: { due: addDays(today, left) } }, now))
    if (place === 0)
      await askSectors(db, actor, { id, units: ['ASSEG'], daysBefore: 2, request: 'Fatos e fundamentos' }, now)
    const answer = {
      answeredOn: today,
      answer: 'Ofício 45/2026',
      exitKind: 'email',
      exitProof: 'enviado à Mesa',
    } as const
    if (place === 3) await answerDemand(db, actor, { id, ...answer }, now)
  }
}
