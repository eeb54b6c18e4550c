/** The places whose clocks a vehicle may keep, as the form offers them. */
export const timeZones: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'America/Sao_Paulo', label: 'Brasília' },
  { value: 'America/Fortaleza', label: 'Nordeste, Amapá e Pará' },
  { value: 'America/Cuiaba', label: 'Mato Grosso e Mato Grosso do Sul' },
  { value: 'America/Manaus', label: 'Amazonas, Rondônia e Roraima' },
  { value: 'America/Rio_Branco', label: 'Acre' },
  { value: 'America/Noronha', label: 'Fernando de Noronha' },
]

export const weekdayNames = ['domingo', 'segunda', 'terça', 'quarta', 'quinta', 'sexta', 'sábado'] as const

export const vehicleKinds = { internal: 'Boletim do órgão', external: 'Diário externo' } as const

export const takenProblem = {
  field: 'sigla',
  message: 'Não foi salvo: já há um veículo com esta sigla, ou o órgão já tem o seu boletim.',
}
