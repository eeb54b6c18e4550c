import { formatCount } from '../../../ui/index.ts'
import type { CopyRow } from './copies.queries.ts'

export const stateWords: { readonly [state in CopyRow['state']]: string } = {
  queued: 'Na fila',
  working: 'Em preparo',
  ready: 'Pronta',
  failed: 'Não foi feita',
}

/** `PDF do processo 00111.000001/2026-99` */
export function copyTitle(kind: CopyRow['kind'], caseNumber: string | undefined): string {
  return `${kind === 'pdf' ? 'PDF' : 'ZIP'} do processo${caseNumber ? ` ${caseNumber}` : ''}`
}

/** How far it has come, in words. */
export function progressWords({
  state,
  kind,
  doneCount,
  totalCount,
}: Pick<CopyRow, 'state' | 'kind' | 'doneCount' | 'totalCount'>): string {
  if (state === 'queued') return 'Esperando a vez'
  if (state !== 'working') return stateWords[state]
  if (doneCount < totalCount)
    return `${formatCount(doneCount)} de ${formatCount(totalCount, 'documento', 'documentos')}`
  return kind === 'pdf' ? 'Montando o PDF: capa, índice e folhas' : 'Fechando o ZIP'
}
