/** What is told of a unit in a period (PES-030). */
export const measures = ['gerados', 'tramitados', 'fechados', 'abertos', 'documentos', 'externos'] as const
export type Measure = (typeof measures)[number]

export const measureNames: Readonly<Record<Measure, string>> = {
  gerados: 'Processos gerados',
  tramitados: 'Processos com tramitação',
  fechados: 'Fechados ao fim do período',
  abertos: 'Abertos ao fim do período',
  documentos: 'Documentos gerados',
  externos: 'Documentos externos',
}

export const measureMeanings: Readonly<Record<Measure, string>> = {
  gerados: 'Iniciados pela unidade no período.',
  tramitados: 'Estiveram abertos na unidade em algum momento do período, também os que já estavam abertos antes.',
  fechados: 'Tramitaram no período e não estavam abertos na unidade ao fim dele.',
  abertos: 'Tramitaram no período e estavam abertos na unidade ao fim dele.',
  documentos: 'Elaborados pela unidade no período, também as minutas; os excluídos não contam.',
  externos: 'Incluídos pela unidade como arquivo no período; os excluídos não contam.',
}

/** What stands for all the types of confidential case files. */
export const confidentialName = 'Sigilosos (todos os tipos)'

export function isMeasure(text: string): text is Measure {
  return (measures as readonly string[]).includes(text)
}
