import type { DocumentTypeToRegister } from '../register-types.ts'
import { starterTemplate } from './starter-templates.ts'

const reference = 'Processo nº @processo@.\n\nInteressados: @interessados@.'

/** Kinds of document that nearly every public body uses. */
export const starterDocumentTypes: readonly DocumentTypeToRegister[] = [
  {
    name: 'Despacho',
    category: 'Comunicação',
    appliesTo: 'both',
    description: 'Encaminha ou decide, dentro do processo.',
    template: starterTemplate(`${reference}\n\nÀ unidade competente, para providências.`),
  },
  {
    name: 'Ofício',
    category: 'Comunicação',
    appliesTo: 'both',
    numbering: 'unit-year',
    numberTakenAt: 'signature',
    description: 'Comunicação com outros órgãos e com particulares.',
    template: starterTemplate(
      'Assunto: **@especificacao@**.\n\n@destinatario_vocativo@,\n\n{indented} Em referência ao processo nº @processo@, informamos que\n\n{indented} Atenciosamente,',
      { place: true, addressee: true },
    ),
  },
  {
    name: 'Formulário de Identificação de Processos no SEI',
    category: 'Gestão documental',
    appliesTo: 'authored',
    description: 'Pede a criação de um tipo de processo.',
    template: starterTemplate(reference),
  },
  {
    name: 'Memorando',
    category: 'Comunicação',
    appliesTo: 'both',
    numbering: 'unit-year',
    description: 'Comunicação entre unidades do mesmo órgão.',
    template: starterTemplate('Assunto: **@especificacao@**.\n\n{indented} Solicitamos', { place: true }),
  },
  {
    name: 'Portaria',
    category: 'Ato normativo',
    appliesTo: 'both',
    numbering: 'agency-year',
    numberTakenAt: 'signature',
    description: 'Ato de autoridade que dispõe sobre pessoas ou serviços.',
    template: starterTemplate(
      '{headnote} Dispõe sobre\n\n{indented} A AUTORIDADE COMPETENTE, no uso de suas atribuições e tendo em vista o que consta do processo nº @processo@, resolve:\n\n{article} Fica\n\n{article} Esta portaria entra em vigor na data de sua publicação.',
    ),
  },
  {
    name: 'Parecer',
    category: 'Manifestação',
    appliesTo: 'both',
    numbering: 'unit-year',
    numberTakenAt: 'signature',
    description: 'Opinião técnica ou jurídica fundamentada.',
    template: starterTemplate(`${reference}\n\n# Relatório\n\n# Análise\n\n# Conclusão`),
  },
  {
    name: 'Nota técnica',
    category: 'Manifestação',
    appliesTo: 'both',
    numbering: 'unit-year',
    numberTakenAt: 'signature',
    description: 'Análise de assunto técnico para apoiar uma decisão.',
    template: starterTemplate('# Assunto\n\n@especificacao@\n\n# Análise\n\n# Conclusão e recomendações'),
  },
  {
    name: 'Relatório',
    category: 'Manifestação',
    appliesTo: 'both',
    description: 'Conta o que foi feito e o que se apurou.',
    template: starterTemplate(`${reference}\n\n# O que foi feito\n\n# Resultados`),
  },
  {
    name: 'Informação',
    category: 'Manifestação',
    appliesTo: 'both',
    description: 'Presta esclarecimento no processo.',
    template: starterTemplate(`${reference}\n\n{indented} Informamos que`),
  },
  {
    name: 'Ata de reunião',
    category: 'Registro',
    appliesTo: 'both',
    description: 'Registra presentes, assuntos e decisões.',
    template: starterTemplate(
      'Data e local: @data@, @cidade@.\n\n# Presentes\n\n# Assuntos tratados\n\n# Decisões\n\n| O quê | Quem | Até quando |\n|---|---|---|\n|  |  |  |',
    ),
  },
  {
    name: 'Declaração',
    category: 'Registro',
    appliesTo: 'both',
    description: 'Afirma um fato de que a unidade tem conhecimento.',
    template: starterTemplate('{indented} Declaramos, para os devidos fins, que', { place: true }),
  },
  {
    name: 'Certidão',
    category: 'Registro',
    appliesTo: 'both',
    numbering: 'unit-year',
    numberTakenAt: 'signature',
    description: 'Certifica o que consta dos registros.',
    template: starterTemplate('{indented} Certificamos que, revendo os registros desta unidade, deles consta que', {
      place: true,
    }),
  },
  {
    name: 'Termo de referência',
    category: 'Contratação',
    appliesTo: 'both',
    description: 'Define o que se contrata e como.',
    template: starterTemplate(
      '# Objeto\n\n# Justificativa\n\n# Requisitos\n\n# Prazo e local de entrega\n\n# Critério de julgamento\n\n# Fiscalização',
    ),
  },
  {
    name: 'Requerimento',
    category: 'Do interessado',
    appliesTo: 'both',
    template: starterTemplate('{indented} Requeiro'),
  },
  { name: 'Anexo', category: 'Do interessado', appliesTo: 'uploaded' },
  { name: 'Comprovante', category: 'Do interessado', appliesTo: 'uploaded' },
  { name: 'Contrato', category: 'Contratação', appliesTo: 'uploaded' },
  { name: 'Documento de identificação', category: 'Do interessado', appliesTo: 'uploaded' },
  { name: 'E-mail', category: 'Comunicação', appliesTo: 'uploaded' },
  { name: 'Nota fiscal', category: 'Contratação', appliesTo: 'uploaded' },
  { name: 'Planilha', category: 'Registro', appliesTo: 'uploaded' },
  { name: 'Procuração', category: 'Do interessado', appliesTo: 'uploaded' },
]
