/** The fields of the registers' forms as people know them. */
const labels: Readonly<Record<string, string>> = {
  sigla: 'Sigla',
  nome: 'Nome',
  ordem: 'Ordem',
  codigo: 'Código',
  mascara: 'Máscara',
  timbre: 'Timbre',
  recebe: 'Disponível para envio',
  endereco: 'Endereço',
  municipio: 'Município',
  uf: 'UF',
  telefone: 'Telefone',
  avisa: 'Avisa por e-mail',
  protocolo: 'Protocolo',
  arquivo: 'Arquivo',
  ouvidoria: 'Ouvidoria',
  emails: 'E-mails',
  cargos: 'Cargos e funções',
  superior: 'Unidade superior',
  situacao: 'Situação',
  usuario: 'Usuário',
  nome_social: 'Nome social',
  cpf: 'CPF',
  email: 'E-mail',
  permissao: 'Permissão',
  permissoes: 'Permissões',
  descricao: 'Descrição',
  niveis: 'Níveis permitidos',
  nivel_sugerido: 'Nível sugerido',
  hipotese: 'Hipótese legal',
  classes: 'Classes',
  orgaos: 'Órgãos',
  unidades: 'Unidades',
  um_por_interessado: 'Um por interessado',
  interno: 'Interno',
  grupo: 'Grupo',
  aplicacao: 'Aplicação',
  numeracao: 'Numeração',
  momento: 'Momento do número',
  modelo: 'Modelo',
  estrutural: 'Estrutural',
  fase_corrente: 'Fase corrente (anos)',
  fase_intermediaria: 'Fase intermediária (anos)',
  destinacao: 'Destinação',
  fato_inicial: 'Fato que inicia a contagem',
  equivalencia: 'Equivalência',
  observacao: 'Observação',
  natureza: 'Natureza',
  cpf_ou_cnpj: 'CPF ou CNPJ',
  lei: 'Fundamento',
  nivel: 'Nível',
  certificavel: 'Pode ser autenticada',
  perfil: 'Perfil',
  unidade: 'Unidade',
  orgao: 'Órgão',
  subunidades: 'Com subunidades',
  desde: 'Desde',
  ate: 'Até',
  alcance: 'Alcance',
  etapa: 'Etapa',
  item: 'Item',
  tipo_de_processo: 'Tipo de processo',
}

/** What forms say in one word, in words for people. */
const words: Readonly<Record<string, string>> = {
  sim: 'Sim',
  public: 'Público',
  restricted: 'Restrito',
  confidential: 'Sigiloso',
  elimination: 'Eliminação',
  permanent: 'Guarda permanente',
  person: 'Pessoa física',
  organization: 'Pessoa jurídica',
  none: 'Sem número',
  unit: 'Sequência da unidade',
  agency: 'Sequência do órgão',
  'unit-year': 'Sequência anual da unidade',
  'agency-year': 'Sequência anual do órgão',
  both: 'Elaborados e incluídos como arquivo',
  authored: 'Só elaborados no sistema',
  uploaded: 'Só incluídos como arquivo',
  creation: 'Ao criar',
  signature: 'Ao assinar',
}

export function fieldLabel(field: string): string {
  return labels[field] ?? field
}

/** A value as the history shows it. */
export function tellValue(value: string | null | undefined): string {
  if (value === null || value === undefined || value === '') return '—'
  return value
    .split('\n')
    .map((line) => words[line] ?? line)
    .join('; ')
}
