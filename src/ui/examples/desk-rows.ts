import type { IconName } from '../icons/icon.tsx'
import type { AccessLevelName, Tone } from '../tag.tsx'

/** A case file as the example desk shows it. */
export type DeskRow = {
  readonly number: string
  readonly slug: string
  readonly state: 'unopened' | 'received' | 'visited'
  readonly type: string
  readonly summary: string
  readonly party: string
  readonly holder: string
  readonly receivedAt: Date
  readonly deadline?: { tone: Tone; text: string } | undefined
  readonly level: AccessLevelName
  readonly signal?: { label: string; icon: IconName; tone: Tone } | undefined
}

type Line = readonly [
  state: 'n' | 'r' | 'v',
  type: string,
  summary: string,
  party: string,
  holder: string,
  receivedAt: string,
  deadline?: readonly [Tone, string] | undefined,
  more?: Partial<Pick<DeskRow, 'level' | 'signal'>>,
]

const petition = { signal: { label: 'Petição', icon: 'petition', tone: 'info' } } as const
const urgent = { signal: { label: 'Prioridade', icon: 'flag', tone: 'danger' } } as const
const fresh = { signal: { label: 'Documento novo', icon: 'alert', tone: 'warning' } } as const

const lines: readonly Line[] = [
  [
    'n',
    'ICMS: restituição',
    'Pagamento em duplicidade, setembro de 2025',
    'Comercial Potengi Ltda.',
    '',
    '2025-11-21T13:58',
    ['warning', 'vence em 3 dias'],
    petition,
  ],
  [
    'n',
    'Ação fiscal: ordem de serviço',
    'Verificação de estoque',
    'Distribuidora Seridó S.A.',
    '',
    '2025-11-21T11:07',
    undefined,
    urgent,
  ],
  [
    'n',
    'Regime especial de tributação',
    'Prorrogação por doze meses',
    'Indústria Têxtil Mossoró',
    '',
    '2025-11-21T09:31',
  ],
  [
    'v',
    'Pessoal: férias',
    'Segundo período, 2024/2025',
    'José Wilson de Araújo',
    'Marina Dantas',
    '2025-11-20T17:45',
    ['info', 'vence em 12 dias'],
  ],
  [
    'r',
    'Processo administrativo tributário',
    'Auto de infração 512/2025: defesa',
    'Posto Ponta Negra Ltda.',
    'Marina Dantas',
    '2025-11-20T15:12',
    ['danger', 'venceu há 1 dia'],
    { level: 'restricted' },
  ],
  [
    'r',
    'Licitação: pregão eletrônico',
    'Aquisição de leitores de código de barras',
    'COFIC',
    'Paulo Medeiros',
    '2025-11-20T10:26',
    ['warning', 'vence hoje'],
    fresh,
  ],
  [
    'r',
    'Isenção de IPVA',
    'Pessoa com deficiência',
    'Francisca Lima de Souza',
    'Paulo Medeiros',
    '2025-11-19T16:50',
    undefined,
    { level: 'restricted' },
  ],
  [
    'v',
    'Ofício: resposta a órgão externo',
    'Informações ao Ministério Público',
    'Ministério Público do RN',
    'Marina Dantas',
    '2025-11-19T14:03',
    ['info', 'vence em 5 dias'],
  ],
  [
    'r',
    'Sindicância investigativa',
    'Apuração preliminar',
    'Corregedoria',
    'Helena Barros',
    '2025-11-19T08:40',
    undefined,
    { level: 'confidential' },
  ],
  [
    'r',
    'Contrato: termo aditivo',
    'Contrato 018/2023, prorrogação',
    'Limpa Norte Serviços',
    'Helena Barros',
    '2025-11-18T11:22',
    ['info', 'vence em 20 dias'],
  ],
  [
    'r',
    'Certidão: emissão e revisão',
    'Certidão negativa com pendência baixada',
    'Padaria São Gonçalo ME',
    'Paulo Medeiros',
    '2025-11-18T09:15',
  ],
  [
    'r',
    'ICMS: parcelamento de débito',
    'Sessenta parcelas',
    'Salineira do Oeste Ltda.',
    'Paulo Medeiros',
    '2025-11-17T16:08',
    undefined,
    fresh,
  ],
  ['r', 'Diárias e passagens', 'Fiscalização volante em Caicó', 'Equipe 3', 'Marina Dantas', '2025-11-17T10:44'],
  [
    'r',
    'Consulta tributária',
    'Crédito na exportação de frutas',
    'Agrovale Exportadora',
    'Helena Barros',
    '2025-11-14T15:37',
    ['info', 'vence em 9 dias'],
  ],
  ['r', 'Patrimônio: baixa de bens', 'Mobiliário sem uso', 'COFIC', 'Paulo Medeiros', '2025-11-13T09:02'],
]

const states = { n: 'unopened', r: 'received', v: 'visited' } as const

/** Fifteen case files on the desk of COFIC. */
export const deskRows: readonly DeskRow[] = lines.map((line, index) => {
  const [state, type, summary, party, holder, receivedAt, deadline, more] = line
  const sequence = String(18_342 - index * 137).padStart(6, '0')
  return {
    number: `00310.${sequence}/2025-${String((index * 37 + 11) % 100).padStart(2, '0')}`,
    slug: `00310${sequence}2025`,
    state: states[state],
    type,
    summary,
    party,
    holder,
    receivedAt: new Date(`${receivedAt}:00-03:00`),
    deadline: deadline && { tone: deadline[0], text: deadline[1] },
    level: 'public',
    ...more,
  }
})
