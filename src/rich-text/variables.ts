/**
 * The variables that templates may use, between `@`, with the label that people read. Who fills them in decides their
 * values; a name that is not here stays in the text as it was written.
 */
export const VARIABLES: Readonly<Record<string, string>> = {
  orgao: 'Nome do órgão',
  sigla_orgao: 'Sigla do órgão',
  unidade: 'Nome da unidade',
  sigla_unidade: 'Sigla da unidade',
  endereco_unidade: 'Endereço da unidade',
  cidade: 'Cidade da unidade',
  data: 'Data (01/02/2026)',
  data_por_extenso: 'Data por extenso',
  ano: 'Ano',
  tipo_documento: 'Tipo do documento',
  numero_documento: 'Número do documento',
  processo: 'Número do processo',
  tipo_processo: 'Tipo do processo',
  especificacao: 'Especificação do processo',
  interessados: 'Interessados',
  assunto: 'Assunto',
  destinatario_nome: 'Destinatário: nome',
  destinatario_tratamento: 'Destinatário: forma de tratamento',
  destinatario_vocativo: 'Destinatário: vocativo',
  destinatario_cargo: 'Destinatário: cargo',
  destinatario_endereco: 'Destinatário: endereço',
  signatario_nome: 'Quem assina: nome',
  signatario_cargo: 'Quem assina: cargo',
}
