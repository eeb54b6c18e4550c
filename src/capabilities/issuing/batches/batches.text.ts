import { type ListProblem, mostRows } from './list.rules.ts'

/** What is wrong with a list as a whole, in plain Portuguese. */
export function explainList(problem: ListProblem): string {
  switch (problem.kind) {
    case 'unreadable':
      return 'A lista não pôde ser lida: há aspas que abrem e não fecham. Confira o arquivo.'
    case 'empty':
      return 'A lista precisa de uma linha com os nomes das colunas e de ao menos uma linha abaixo dela.'
    case 'too-many-rows':
      return `A lista passa de ${mostRows} linhas. Divida-a em mais de uma.`
    case 'too-many-columns':
      return 'A lista passa de 40 colunas. Retire as que não são usadas.'
    case 'no-case':
      return 'Informe o processo, ou ponha na lista a coluna “processo” com o número de cada um.'
    case 'columns-missing':
      return `O texto usa ${problem.names.map((name) => `@${name}@`).join(', ')}, e a lista não tem coluna com esse nome.`
    case 'column-twice':
      return `Há duas colunas com o nome ${problem.name}. Mude o nome de uma delas.`
  }
}

export const batchStates = {
  prepared: { tone: 'info', icon: 'info', word: 'Conferida, ainda não gerada' },
  running: { tone: 'info', icon: 'clock', word: 'Gerando documentos' },
  done: { tone: 'success', icon: 'check', word: 'Concluída' },
} as const
