import type { IconName, Tone } from '../../../ui/index.ts'
import type { Occupied, TermsRefusal } from './commitment.rules.ts'
import type { CommitmentKind, CommitmentState } from './commitment.ts'
import { tellSpan } from './wall-clock.ts'

export const kindWords: Readonly<Record<CommitmentKind, string>> = {
  hearing: 'Audiência',
  meeting: 'Reunião',
  event: 'Evento',
  'public-hearing': 'Audiência pública',
  internal: 'Despacho interno',
}

export const stateWords: Readonly<Record<CommitmentState, { word: string; tone: Tone; icon: IconName }>> = {
  confirmed: { word: 'Confirmado', tone: 'info', icon: 'check' },
  rescheduled: { word: 'Remarcado', tone: 'warning', icon: 'clock' },
  held: { word: 'Realizado', tone: 'success', icon: 'success' },
  'no-show': { word: 'Não compareceu', tone: 'danger', icon: 'alert' },
  cancelled: { word: 'Cancelado', tone: 'neutral', icon: 'cancel' },
}

export function explainTerms(refusal: TermsRefusal | Occupied): { field: string; message: string } {
  switch (refusal.kind) {
    case 'outside-hours':
      return {
        field: 'inicio',
        message: `O atendimento é das ${refusal.opens} às ${refusal.closes}. Mude a hora, ou marque “Fora do horário de atendimento”.`,
      }
    case 'names-private-interest':
      return {
        field: 'especie',
        message:
          'Há participante que representa interesse privado: o compromisso é uma audiência. Escolha “Audiência”.',
      }
    case 'needs-representative':
      return { field: 'representante', message: 'Na audiência, informe quem representa os interesses.' }
    case 'needs-represented':
      return { field: 'representado', message: 'Na audiência, informe de quem são os interesses.' }
    case 'needs-interests':
      return { field: 'interesses', message: 'Na audiência, descreva os interesses representados.' }
    case 'confidential-case-file':
      return {
        field: 'reservado',
        message: 'O processo é sigiloso. Marque “Compromisso reservado” e informe a hipótese legal.',
      }
    case 'not-keeper':
      return { field: 'reservado', message: 'Só quem mantém esta agenda marca nela compromissos reservados.' }
    case 'discloses-too-soon':
      return { field: 'divulgar_em', message: 'A data de divulgação vem depois do dia do compromisso.' }
    case 'occupied':
      return { field: 'inicio', message: explainOccupied(refusal) }
  }
}

function explainOccupied({ what, from, to }: Occupied): string {
  const hours = from && to ? ` das ${tellSpan(from, to)}` : ' nesse horário'
  switch (what) {
    case 'authority':
      return `A agenda já tem um compromisso${hours}. Escolha outro horário.`
    case 'person':
      return `Quem atende já tem um compromisso${hours} em outra agenda. Escolha outro horário.`
    case 'room':
      return `A sala já está ocupada${hours}. Escolha outra sala ou outro horário.`
  }
}
