import type { Actor } from '../../platform/actor.ts'
import type { MailKind, Notice } from '../../platform/outbox/index.ts'
import type { CaseFile } from '../cases/index.ts'

interface NotifiedUnit {
  readonly acronym: string
  readonly emails: readonly string[]
  readonly warnsOnReceipt: boolean
}

type Variable = 'numero' | 'tipo' | 'origem' | 'unidade'

/** The e-mail that tells a unit of an arrival (PRO-125). */
export const caseSentMail: MailKind<Variable> = {
  name: 'case-sent',
  title: 'Envio de processo',
  reason: 'envio de processo',
  about: 'Vai para os e-mails da unidade que recebe um processo, se ela sempre quer aviso ou se quem envia o pede.',
  variables: {
    numero: { about: 'Número do processo', example: '00110.000123/2027-45' },
    tipo: { about: 'Tipo do processo', example: 'Arrecadação: Pedido de Contribuinte' },
    origem: { about: 'Sigla da unidade que enviou', example: 'PROT' },
    unidade: { about: 'Sigla da unidade que recebe', example: 'GS' },
  },
  subject: 'Processo @numero@ enviado para @unidade@',
  body: [
    'O processo @numero@ (@tipo@) foi enviado por @origem@ para @unidade@.',
    '',
    'Ele está na mesa da unidade e será considerado recebido quando alguém o abrir.',
  ].join('\n'),
  needs: [],
  mayBeOff: true,
}

/** The notices of an arrival: to units that always want one, and to all where the sender asked. */
export function noticesOfArrival(
  caseFile: CaseFile,
  actor: Actor,
  units: readonly NotifiedUnit[],
  toAll: boolean,
): Notice<Variable>[] {
  return units
    .filter(({ warnsOnReceipt }) => toAll || warnsOnReceipt)
    .flatMap(({ acronym, emails }) => {
      const values = {
        numero: caseFile.number,
        tipo: caseFile.typeName,
        origem: actor.unitAcronym,
        unidade: acronym,
      }
      return emails.map((recipient) => ({ recipient, values }))
    })
}
