import type { ReadRefusal } from '../../cases/index.ts'
import type { Document } from '../document.ts'

/** Why the content of a document is closed to this person here. */
export function explainReading(
  refusal: ReadRefusal,
  document: Pick<Document, 'removalReason' | 'unitAcronym' | 'eliminatedBy'>,
): string {
  switch (refusal.kind) {
    case 'cancelled':
      return `O documento foi cancelado e o seu conteúdo não está mais disponível. Motivo: ${document.removalReason ?? ''}`
    case 'eliminated':
      return `O conteúdo foi eliminado pelo termo nº ${document.eliminatedBy ?? ''}, no fim do prazo de guarda. Ficam os dados do documento e o histórico.`
    case 'no-credential':
      return 'O conteúdo é sigiloso e só pode ser lido por quem tem credencial.'
    case 'password-not-confirmed':
      return 'O conteúdo é sigiloso. Confirme a sua senha para abri-lo.'
    case 'draft-of-another-unit':
      return `O documento é uma minuta da unidade ${document.unitAcronym}. Ele fica visível depois de assinado.`
    case 'restricted-elsewhere':
      return 'O conteúdo é restrito às unidades por onde o processo passou.'
  }
}
