/** What counts in the indices (PES-052). */
export interface Definition {
  readonly countsDrafts: boolean
  readonly countsBornDigitalFiles: boolean
  readonly minimumUsers: number
}

/** The definition as sentences, to stand on the report. */
export function sayDefinition({ countsDrafts, countsBornDigitalFiles, minimumUsers }: Definition): readonly string[] {
  return [
    `Nato-digitais são os documentos elaborados no sistema${countsDrafts ? ', também as minutas,' : ' e assinados até o fim do mês,'} incluídos no mês e não excluídos até o fim dele.`,
    countsBornDigitalFiles
      ? 'Arquivos externos que já nasceram digitais também contam como nato-digitais.'
      : 'Arquivos externos que já nasceram digitais não contam.',
    'Digitalizados são os documentos externos incluídos com o formato “digitalizado”.',
    'Usuários são as pessoas que podiam elaborar documentos em alguma unidade do órgão no último dia do mês. Quem podia em mais de um órgão conta só no órgão em que é cadastrado.',
    'Índice de utilização = documentos (nato-digitais + digitalizados) ÷ usuários, com uma casa decimal. Índice de nato-digitais = nato-digitais ÷ (nato-digitais + digitalizados), em percentual inteiro. O meio arredonda para cima; a ordem é a do valor exato, e o empate, o da sigla.',
    ...(minimumUsers > 0 ? [`Órgãos com menos de ${minimumUsers} usuários não recebem posição.`] : []),
  ]
}

/** The same about figures that somebody else published. */
export const publishedDefinition: readonly string[] = [
  'Índice de utilização = documentos (nato-digitais + digitalizados) ÷ usuários, com uma casa decimal. Índice de nato-digitais = nato-digitais ÷ (nato-digitais + digitalizados), em percentual inteiro. O meio arredonda para cima; a ordem é a do valor exato, e o empate, o da sigla.',
  'Onde a fonte publicou o índice e não os documentos, o número de documentos é deduzido (usuários × índice) e a linha está marcada.',
]
