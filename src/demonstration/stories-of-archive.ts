import { archiveCaseFile, keepCaseFile, makeListing, workOnListing } from '../capabilities/archive/index.ts'
import { concludeHolding } from '../capabilities/routing/index.ts'
import type { Platform } from '../platform/platform.ts'
import { must } from './furnish-registers.ts'
import type { Ids } from './ids.ts'
import { Storyteller } from './storyteller.ts'

const matters = [
  'Convite para a solenidade de posse',
  'Agradecimento de visita técnica',
  'Convite para seminário de gestão pública',
  'Comunicado de mudança de endereço',
  'Convite para o encontro de administradores tributários',
] as const
const capacity = 'Chefe do Protocolo'

/**
 * Routine letters of more than a year ago in the archive of the mailroom: their term is over, one is held, two stand in
 * a listing that the authority has still to sign, and one waits to be archived.
 */
export async function tellArchive(platform: Platform, ids: Ids, begin: Date): Promise<void> {
  const { db } = platform
  const marina = ids.as('marina.protocolo', 'PROT-GS')
  const tadeu = ids.as('tadeu.gabinete', 'GS')
  const story = new Storyteller(platform, ids, begin)
  const archived: string[] = []
  for (const [place, summary] of matters.entries()) {
    const type = 'Comunicação: Correspondência de Rotina'
    const file = await story.later(8).open(marina, { type, summary, interested: [] })
    const text = await story.later(1).write(marina, file, 'Despacho', `Ciente. ${summary}: nada mais a providenciar.`)
    await story.later(1).sign(marina, capacity, text)
    must(await concludeHolding(db, marina, file.digits, story.later(1).now))
    if (place === 0) continue
    const request = { digits: file.digits, justification: 'Assunto encerrado.', classId: undefined, capacity }
    must(await archiveCaseFile(db, marina, request, story.later(1).now))
    archived.push(file.digits)
  }
  const today = new Storyteller(platform, ids, platform.clock())
  const reason = 'O Ministério Público pediu que seja guardado até o fim da apuração.'
  must(await keepCaseFile(db, marina, archived[0] ?? '', { kind: 'hold', reason }, today.now))
  const own = await today.open(marina, {
    type: 'Gestão da Informação: Gestão Documental',
    summary: 'Eliminação de correspondência de rotina',
    interested: ['Comissão Permanente de Avaliação de Documentos'],
  })
  const chosen = { caseDigits: own.digits, digits: archived.slice(1, 3) }
  const { id } = must(await makeListing(db, marina, chosen, today.now))
  const sign = { act: 'sign', capacity } as const
  must(await workOnListing(db, marina, id, { ...sign, role: 'responsible' }, today.now))
  const asPresident = { ...sign, role: 'president', capacity: 'Chefe de Gabinete' } as const
  must(await workOnListing(db, tadeu, id, asPresident, today.now))
}
