import type { CaseTypeToRegister } from '../capabilities/classification/index.ts'
import { blocks, doc, p, type RichText, section } from '../rich-text/index.ts'

/** Head of every document: names of body and unit, as they are on its day. */
const header = section('cabecalho', 'header', [p('@orgao@', 'letterhead'), p('@unidade@', 'letterhead')], {
  locked: true,
})
const footer = section('rodape', 'footer', '@endereco_unidade@', { locked: true })

function template(title: string, body: Parameters<typeof section>[2], closing = ''): RichText {
  return doc(
    header,
    section('titulo', 'title', `# ${title}`, { locked: true }),
    section('corpo', 'body', body),
    ...(closing ? [section('fecho', 'signature', closing)] : []),
    footer,
  )
}

/** A heading, and an empty line to write on. */
function toWriteUnder(heading: string) {
  return [...blocks(`## ${heading}`), p('')]
}

/** Document types that the founding documents name, with models. */
export const documentTypes = [
  {
    name: 'Despacho',
    category: 'Atos de encaminhamento',
    appliesTo: 'both',
    numbering: 'none',
    template: template(
      'Despacho',
      'Processo: @processo@\n\nInteressado: @interessados@\n\nÀ unidade competente, para análise e providências.',
    ),
  },
  {
    name: 'Ofício',
    category: 'Comunicação oficial',
    appliesTo: 'both',
    numbering: 'unit-year',
    template: template(
      'Ofício nº @numero_documento@',
      '@cidade@, @data_por_extenso@.\n\nAssunto: @especificacao@\n\nSenhor(a) Procurador(a),\n\nEm atenção ao processo @processo@, prestamos as informações a seguir.',
      'Atenciosamente,',
    ),
  },
  {
    name: 'Memorando',
    category: 'Comunicação oficial',
    appliesTo: 'both',
    numbering: 'unit-year',
    template: template(
      'Memorando nº @numero_documento@',
      '@cidade@, @data_por_extenso@.\n\nAssunto: @especificacao@\n\n',
      'Atenciosamente,',
    ),
  },
  {
    name: 'Portaria',
    category: 'Atos normativos',
    appliesTo: 'authored',
    numbering: 'agency-year',
    numberTakenAt: 'signature',
    template: template(
      'Portaria nº @numero_documento@',
      'O titular do órgão, no uso de suas atribuições, resolve:\n\n{article} Fica designada a comissão responsável.\n\n{article} Esta Portaria entra em vigor na data de sua publicação.',
    ),
  },
  {
    name: 'Ato',
    category: 'Atos normativos',
    appliesTo: 'authored',
    numbering: 'agency-year',
    numberTakenAt: 'signature',
    template: template('Ato nº @numero_documento@', 'O titular do órgão resolve:\n\n{article} '),
  },
  {
    name: 'Informação',
    category: 'Atos de instrução',
    appliesTo: 'both',
    numbering: 'unit-year',
    template: template('Informação nº @numero_documento@', [
      p('Processo: @processo@'),
      ...['Relatório', 'Análise', 'Conclusão'].flatMap(toWriteUnder),
    ]),
  },
  {
    name: 'Ficha de Serviço',
    category: 'Carta de Serviços',
    appliesTo: 'authored',
    numbering: 'none',
    template: template('Ficha de Serviço', ''),
  },
  {
    name: 'Formulário de Identificação de Processos no SEI',
    category: 'Gestão documental',
    appliesTo: 'authored',
    numbering: 'none',
    template: template(
      'Formulário de Identificação de Processos no SEI',
      '| Campo | Resposta |\n|---|---|\n| Nome do tipo de processo | |\n| Finalidade | |\n| Classe no plano de classificação | |\n| Nível de acesso sugerido | |',
    ),
  },
  {
    name: 'SP 156 Finalizado',
    category: 'Atendimento',
    appliesTo: 'authored',
    numbering: 'none',
    template: template('SP 156 Finalizado', 'Processo: @processo@\n\nResposta ao cidadão:\n\n'),
  },
  { name: 'Requerimento', category: 'Documentos recebidos', appliesTo: 'uploaded', numbering: 'none' },
  { name: 'Comprovante', category: 'Documentos recebidos', appliesTo: 'uploaded', numbering: 'none' },
  { name: 'Notificação', category: 'Documentos recebidos', appliesTo: 'both', numbering: 'none' },
] as const

const everyLevel = ['public', 'restricted', 'confidential'] as const

export const recordClasses = [
  { code: '000', description: 'Administração geral', structural: true },
  { code: '010', description: 'Organização e funcionamento', structural: true },
  {
    code: '010.1',
    description: 'Atos de organização administrativa',
    currentYears: 5,
    intermediateYears: 5,
    disposition: 'permanent',
  },
  {
    code: '020.5',
    description: 'Pessoal: direitos, vantagens e férias',
    currentYears: 7,
    intermediateYears: 40,
    disposition: 'elimination',
  },
  {
    code: '060.1',
    description: 'Gestão de documentos e informação',
    currentYears: 5,
    intermediateYears: 5,
    disposition: 'permanent',
  },
  {
    code: '060.3',
    description: 'Convites, agradecimentos e correspondência de rotina',
    currentYears: 1,
    intermediateYears: 0,
    disposition: 'elimination',
  },
  {
    code: '080.2',
    description: 'Atendimento ao cidadão',
    currentYears: 2,
    intermediateYears: 3,
    disposition: 'elimination',
  },
  {
    code: '310.4',
    description: 'Tributos: pedidos de contribuintes',
    currentYears: 5,
    intermediateYears: 10,
    disposition: 'elimination',
  },
  {
    code: '990.1',
    description: 'Relações com órgãos de controle e justiça',
    currentYears: 5,
    intermediateYears: 10,
    disposition: 'permanent',
  },
] as const

export const legalBases = [
  { name: 'Informação pessoal', law: 'Lei nº 12.527/2011, art. 31', level: 'restricted' },
  { name: 'Documento preparatório', law: 'Lei nº 12.527/2011, art. 7º, § 3º', level: 'restricted' },
  { name: 'Sigilo fiscal', law: 'Lei nº 5.172/1966, art. 198', level: 'confidential' },
  { name: 'Investigação disciplinar', law: 'Lei nº 8.112/1990, art. 150', level: 'confidential' },
] as const

type DemoCaseType = Omit<CaseTypeToRegister, 'recordClassIds' | 'suggestedLegalBasisId'> & {
  readonly classes: readonly string[]
  readonly legalBasis?: string
}

export const caseTypes: readonly DemoCaseType[] = [
  {
    name: 'Comunicação: Correspondência de Rotina',
    classes: ['060.3'],
    allowedLevels: ['public', 'restricted'],
    suggestedLevel: 'public',
  },
  {
    name: 'Arrecadação: Pedido de Contribuinte',
    classes: ['310.4'],
    allowedLevels: everyLevel,
    suggestedLevel: 'public',
  },
  {
    name: 'Atendimento: Manifestação do Cidadão',
    classes: ['080.2'],
    allowedLevels: everyLevel,
    suggestedLevel: 'public',
  },
  { name: 'Atendimento: Canais SP156', classes: ['080.2'], allowedLevels: everyLevel, suggestedLevel: 'public' },
  {
    name: 'Demanda Externa: Ministério Público',
    classes: ['990.1'],
    allowedLevels: everyLevel,
    suggestedLevel: 'public',
  },
  {
    name: 'Demanda Externa: Poder Judiciário',
    classes: ['990.1'],
    allowedLevels: everyLevel,
    suggestedLevel: 'restricted',
    legalBasis: 'Documento preparatório',
  },
  {
    name: 'Demanda Externa: Deputado Estadual',
    classes: ['990.1'],
    allowedLevels: everyLevel,
    suggestedLevel: 'public',
  },
  {
    name: 'Gestão da Informação: Gestão Documental',
    classes: ['060.1'],
    allowedLevels: ['public', 'restricted'],
    suggestedLevel: 'public',
  },
  {
    name: 'Gestão da Informação: Carta de Serviços',
    classes: ['010.1', '080.2'],
    allowedLevels: ['public', 'restricted'],
    suggestedLevel: 'public',
  },
  {
    name: 'Organização: Parcerias e Eventos',
    classes: ['010.1'],
    allowedLevels: ['public', 'restricted'],
    suggestedLevel: 'public',
  },
  {
    name: 'Pessoal: Férias',
    classes: ['020.5'],
    allowedLevels: ['public', 'restricted'],
    suggestedLevel: 'restricted',
    legalBasis: 'Informação pessoal',
  },
  {
    name: 'Fiscalização: Diligência',
    classes: ['310.4'],
    allowedLevels: everyLevel,
    suggestedLevel: 'confidential',
    legalBasis: 'Sigilo fiscal',
  },
]
