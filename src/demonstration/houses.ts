/**
 * The agencies of the founding documents with some of their units, as data. Names of bodies are real and public; people,
 * case files and texts of the demonstration are invented.
 */
export interface DemoUnit {
  readonly acronym: string
  readonly name: string
  readonly numberCode: string
  readonly parent?: string
  readonly city: string
  readonly state: string
  readonly address: string
  readonly emails: readonly string[]
  readonly capacities: readonly string[]
  readonly isMailroom?: boolean
  readonly isArchive?: boolean
  readonly warnsOnReceipt?: boolean
}

export interface DemoAgency {
  readonly acronym: string
  readonly name: string
  readonly numberCode: string
  readonly numberMask: string
  readonly letterhead: string
  readonly units: readonly DemoUnit[]
}

const natal = { city: 'Natal', state: 'RN', address: 'Centro Administrativo do Estado, Lagoa Nova' }
const belo = { city: 'Belo Horizonte', state: 'MG', address: 'Cidade Administrativa, Serra Verde' }
const sampa = { city: 'São Paulo', state: 'SP', address: 'Viaduto do Chá, Centro' }
const rio = { city: 'Rio de Janeiro', state: 'RJ', address: 'Avenida Erasmo Braga, Centro' }

export const agencies: readonly DemoAgency[] = [
  {
    acronym: 'SET/RN',
    name: 'Secretaria de Estado da Tributação',
    numberCode: '003',
    numberMask: '@unidade:5@.@sequencia:6@/@ano:4@-@dv:federal@',
    letterhead: 'Governo do Estado do Rio Grande do Norte\nSecretaria de Estado da Tributação',
    units: [
      {
        acronym: 'GS',
        name: 'Gabinete do Secretário',
        numberCode: '00310',
        ...natal,
        emails: ['gs@set.exemplo.gov.br'],
        capacities: ['Secretário de Estado da Tributação', 'Secretário Adjunto', 'Chefe de Gabinete', 'Assessor'],
      },
      {
        acronym: 'PROT-GS',
        name: 'Protocolo do Gabinete',
        numberCode: '00311',
        parent: 'GS',
        ...natal,
        emails: ['protocolo.gs@set.exemplo.gov.br'],
        capacities: ['Assistente Administrativo', 'Chefe do Protocolo'],
        isMailroom: true,
      },
      {
        acronym: 'ASSEG',
        name: 'Assessoria do Gabinete',
        numberCode: '00312',
        parent: 'GS',
        ...natal,
        emails: ['assessoria.gs@set.exemplo.gov.br'],
        capacities: ['Assessor Técnico', 'Assessor Jurídico'],
      },
      {
        acronym: 'COFIC',
        name: 'Coordenadoria de Integração Fisco-Contribuinte',
        numberCode: '00320',
        parent: 'GS',
        ...natal,
        emails: ['cofic@set.exemplo.gov.br'],
        capacities: ['Coordenador', 'Auditor Fiscal', 'Analista de Atendimento'],
        warnsOnReceipt: true,
      },
      {
        acronym: 'GERA',
        name: 'Gerência de Apoio Administrativo',
        numberCode: '00330',
        parent: 'GS',
        ...natal,
        emails: ['gera@set.exemplo.gov.br'],
        capacities: ['Gerente', 'Assistente Administrativo'],
        isMailroom: true,
        isArchive: true,
      },
    ],
  },
  {
    acronym: 'MPRN',
    name: 'Ministério Público do Estado do Rio Grande do Norte',
    numberCode: '020',
    numberMask: '@unidade:5@.@sequencia:6@/@ano:4@-@dv:federal@',
    letterhead: 'Ministério Público do Estado do Rio Grande do Norte',
    units: [
      {
        acronym: 'PGJ-PROT',
        name: 'Protocolo da Procuradoria-Geral de Justiça',
        numberCode: '02010',
        ...natal,
        emails: ['protocolo@mp.exemplo.gov.br'],
        capacities: ['Servidor do Protocolo'],
        isMailroom: true,
      },
    ],
  },
  {
    acronym: 'SEPLAG/MG',
    name: 'Secretaria de Estado de Planejamento e Gestão',
    numberCode: '1500',
    numberMask: '@orgao:4@.@unidade:2@.@sequencia:7@/@ano:4@-@dv:mod97@',
    letterhead: 'Governo do Estado de Minas Gerais\nSecretaria de Estado de Planejamento e Gestão',
    units: [
      {
        acronym: 'GAB',
        name: 'Gabinete',
        numberCode: '01',
        ...belo,
        emails: ['gabinete@seplag-mg.exemplo.gov.br'],
        capacities: ['Secretário de Estado', 'Assessor'],
      },
      {
        acronym: 'SEI-MG',
        name: 'Atendimento aos Multiplicadores do SEI',
        numberCode: '02',
        parent: 'GAB',
        ...belo,
        emails: ['multiplicadores@seplag-mg.exemplo.gov.br'],
        capacities: ['Administrador Local', 'Multiplicador'],
      },
      {
        acronym: 'APM-SEI',
        name: 'Análise de Processos e Temporalidade no SEI',
        numberCode: '03',
        parent: 'GAB',
        ...belo,
        emails: ['apm@seplag-mg.exemplo.gov.br'],
        capacities: ['Membro da CPAD', 'Arquivista'],
        isArchive: true,
      },
    ],
  },
  {
    acronym: 'SF/SP',
    name: 'Secretaria Municipal da Fazenda',
    numberCode: '6017',
    numberMask: '@unidade:4@.@ano:4@/@sequencia:7@-@dv:mod11-1@',
    letterhead: 'Prefeitura do Município de São Paulo\nSecretaria Municipal da Fazenda',
    units: [
      {
        acronym: 'GAB',
        name: 'Gabinete do Secretário',
        numberCode: '6017',
        ...sampa,
        emails: ['gabinete@sf-sp.exemplo.gov.br'],
        capacities: ['Secretário Municipal da Fazenda', 'Assessor'],
      },
      {
        acronym: 'SP156',
        name: 'Atendimento pelos Canais SP156',
        numberCode: '6018',
        parent: 'GAB',
        ...sampa,
        emails: ['sp156@sf-sp.exemplo.gov.br'],
        capacities: ['Atendente', 'Analista'],
      },
    ],
  },
  {
    acronym: 'SEPLAG/RJ',
    name: 'Secretaria de Estado de Planejamento e Gestão',
    numberCode: '12',
    numberMask: 'SEI-@orgao:2@@unidade:4@/@sequencia:6@/@ano:4@',
    letterhead: 'Governo do Estado do Rio de Janeiro\nSecretaria de Estado de Planejamento e Gestão',
    units: [
      {
        acronym: 'GABSEC',
        name: 'Gabinete',
        numberCode: '0001',
        ...rio,
        emails: ['gabsec@seplag-rj.exemplo.gov.br'],
        capacities: ['Secretário de Estado', 'Ponto Focal'],
      },
      {
        acronym: 'PROTGER',
        name: 'Protocolo Geral',
        numberCode: '0002',
        parent: 'GABSEC',
        ...rio,
        emails: ['protocolo@seplag-rj.exemplo.gov.br'],
        capacities: ['Protocolista'],
        isMailroom: true,
      },
    ],
  },
]
