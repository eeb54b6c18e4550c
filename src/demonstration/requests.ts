/** Invented people and companies who ask for something. */
export const names = [
  'Aurora Comércio de Alimentos Ltda.',
  'Benedita Soares da Costa',
  'Cícero Amaral',
  'Delta Transportes Ltda.',
  'Edite Varela',
  'Farmácia Boa Hora Ltda.',
  'Geraldo Pinheiro',
  'Horizonte Tecidos S.A.',
  'Inácio Galvão',
  'Jandira Queiroz',
  'Kleber Azevedo',
  'Laticínios Serra Nova Ltda.',
  'Moacir Trindade',
  'Nair Figueiredo',
  'Olaria Santa Rita Ltda.',
  'Padaria Ponto Certo Ltda.',
  'Quitéria Ramalho',
  'Ramiro Falcão',
  'Supermercado Bom Dia Ltda.',
  'Tereza Campelo',
] as const

/** What taxpayers ask for, in the words of the service charter. */
export const requests = [
  {
    summary: 'Liberação de mercadoria apreendida',
    ask: 'a liberação da mercadoria retida no posto fiscal, com a documentação anexa',
  },
  {
    summary: 'Alteração cadastral da inscrição estadual',
    ask: 'a alteração do endereço e do quadro societário na inscrição estadual',
  },
  {
    summary: 'Troca de senha da Unidade Virtual de Tributação',
    ask: 'a emissão de nova senha de acesso à Unidade Virtual de Tributação',
  },
  {
    summary: 'Esclarecimento de pendência no extrato fiscal',
    ask: 'esclarecimento sobre a pendência apontada no extrato fiscal do último trimestre',
  },
  {
    summary: 'Dúvida sobre o Programa Nota Potiguar',
    ask: 'a conferência dos pontos do Programa Nota Potiguar, que não aparecem no aplicativo',
  },
  {
    summary: 'Restituição de tributo pago em duplicidade',
    ask: 'a restituição do imposto recolhido duas vezes, conforme comprovantes',
  },
  { summary: 'Parcelamento de débito', ask: 'o parcelamento do débito em doze prestações mensais' },
  {
    summary: 'Certidão negativa para licitação',
    ask: 'a expedição de certidão negativa de débitos para participar de licitação',
  },
] as const
