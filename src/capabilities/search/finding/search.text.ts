import type { FieldProblem } from '../../../platform/form-fields.ts'
import { formatCount } from '../../../ui/index.ts'
import type { OtherWay } from './other-ways.rules.ts'
import type { UnknownName } from './search-request.ts'

/** Why a name in a filter leads nowhere, beside its field. */
export function explainUnknown({ field, name }: UnknownName): FieldProblem {
  switch (field) {
    case 'units':
      return { field: 'unidades', message: `Nenhuma unidade tem a sigla “${name}”. Confira a sigla.` }
    case 'party':
      return { field: 'interessado', message: `Nenhum interessado cadastrado se chama “${name}”.` }
    case 'signer':
      return { field: 'assinante', message: `Nenhum usuário tem o nome ou o login “${name}”.` }
    case 'authors':
      return { field: 'autores', message: `Nenhum usuário tem o nome ou o login “${name}”.` }
  }
}

/** What another way of looking finds, as its link says it. */
export function sayOtherWay({ kind, words }: OtherWay): string {
  switch (kind) {
    case 'signer':
      return `Documentos assinados por “${words}”`
    case 'party':
      return `Processos com o interessado “${words}”`
    case 'number-start':
      return `Processos cujo número começa por ${words}`
  }
}

/** How many there are, as people say it: exact up to the limit of counting, and `mais de 1.000` beyond. */
export function sayTotal(total: number, cap: number): string {
  return total > cap
    ? `mais de ${formatCount(cap)} resultados`
    : formatCount(total, 'resultado', 'resultados', 'Nenhum resultado')
}
