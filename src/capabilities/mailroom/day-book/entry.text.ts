import type { IconName, Tone } from '../../../ui/index.ts'
import type { MoveRefusal } from './entry.rules.ts'
import type { EntryKind, EntryState, SenderKind } from './entry.ts'

/** What people choose: the value in forms, and the words. */
export const kindWords: Readonly<Record<EntryKind, string>> = {
  document: 'Documento',
  'case-file': 'Processo físico',
  petition: 'Requerimento',
  letter: 'Carta ou ofício',
  email: 'E-mail',
  other: 'Outro',
}

export const senderWords: Readonly<Record<SenderKind, string>> = {
  taxpayer: 'Contribuinte',
  servant: 'Servidor',
  'public-body': 'Órgão público',
  'private-body': 'Entidade privada',
  other: 'Outro',
}

export const stateWords: Readonly<Record<EntryState, { word: string; tone: Tone; icon: IconName }>> = {
  received: { word: 'Recebido', tone: 'danger', icon: 'receive' },
  formalised: { word: 'Formalizado', tone: 'info', icon: 'caseFile' },
  distributed: { word: 'Distribuído', tone: 'info', icon: 'assign' },
  'under-analysis': { word: 'Em análise', tone: 'info', icon: 'search' },
  answered: { word: 'Respondido', tone: 'success', icon: 'check' },
  dispatched: { word: 'Expedido', tone: 'success', icon: 'send' },
  filed: { word: 'Arquivado', tone: 'neutral', icon: 'archive' },
}

export function explainEntryMove(refusal: MoveRefusal): string {
  switch (refusal.kind) {
    case 'needs-case-file':
      return 'Para formalizar, informe o número do processo.'
    case 'needs-person':
      return 'Escolha com quem fica: sem pessoa, não está distribuído.'
    case 'back-to-received':
      return 'O registro já está em um processo ou com alguém. Escolha outra situação.'
  }
}
