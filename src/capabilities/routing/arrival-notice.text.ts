import type { Actor } from '../../platform/actor.ts'
import type { MessageToQueue } from '../../platform/outbox/index.ts'
import type { CaseFile } from '../cases/index.ts'

interface NotifiedUnit {
  readonly acronym: string
  readonly emails: readonly string[]
  readonly warnsOnReceipt: boolean
}

/** The e-mails that tell units of an arrival: to those that always want one, and to all where the sender asked (PRO-125). */
export function noticeOfArrival(
  caseFile: CaseFile,
  actor: Actor,
  units: readonly NotifiedUnit[],
  toAll: boolean,
): MessageToQueue[] {
  return units
    .filter(({ warnsOnReceipt }) => toAll || warnsOnReceipt)
    .flatMap(({ acronym, emails }) =>
      emails.map((recipient) => ({
        recipient,
        subject: `Processo ${caseFile.number} enviado para ${acronym}`,
        body: [
          `O processo ${caseFile.number} (${caseFile.typeName}) foi enviado por ${actor.unitAcronym} para ${acronym}.`,
          '',
          'Ele está na mesa da unidade e será considerado recebido quando alguém o abrir.',
        ].join('\n'),
        reason: 'envio de processo',
      })),
    )
}
