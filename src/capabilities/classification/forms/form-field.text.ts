import type { FieldKind, FormField } from './form-field.ts'

/** What each kind is called, and what it is for. */
export const kindNames: { readonly [kind in FieldKind]: { readonly name: string; readonly hint: string } } = {
  'short-text': { name: 'Texto curto', hint: 'Uma linha.' },
  'long-text': { name: 'Texto longo', hint: 'Vários parágrafos.' },
  'masked-text': { name: 'Texto com máscara', hint: 'Números e códigos de formato fixo, como o CEP.' },
  integer: { name: 'Número inteiro', hint: 'Sem casas decimais.' },
  decimal: { name: 'Número decimal', hint: 'Com vírgula.' },
  money: { name: 'Valor em reais', hint: 'Com centavos.' },
  date: { name: 'Data', hint: 'Dia, mês e ano.' },
  list: { name: 'Lista', hint: 'Uma opção, em uma lista que se abre.' },
  options: { name: 'Opções', hint: 'Uma opção, todas à vista.' },
  flag: { name: 'Marcação', hint: 'Uma caixa a marcar: sim ou não.' },
  information: { name: 'Informação', hint: 'Um texto para quem preenche; não se responde.' },
}

/** What a field asks for, in a few words: `obrigatório, até 100 caracteres`. */
export function sayLimits(field: FormField): string {
  const { required, mostCharacters, least, most, decimals, mask, choices } = field
  const show = (value: string) =>
    field.kind === 'date' ? value.split('-').reverse().join('/') : value.replace('.', ',')
  return [
    required ? 'obrigatório' : '',
    mostCharacters === undefined ? '' : `até ${mostCharacters} caracteres`,
    least === undefined ? '' : `de ${show(least)}`,
    most === undefined ? '' : `até ${show(most)}`,
    decimals === undefined ? '' : `${decimals} casas decimais`,
    mask === undefined ? '' : `máscara ${mask}`,
    choices === undefined ? '' : `${choices.length} opções`,
  ]
    .filter(Boolean)
    .join(', ')
}
