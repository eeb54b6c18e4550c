import type { MaskRefusal } from '../case-numbers/case-number.rules.ts'
import type { MaskExample } from './mask-example.rules.ts'
import type { AgencyRefusal } from './save-agency.ts'

/** The reason in plain Portuguese, beside the field. */
export function explainAgencyRefusal(refusal: AgencyRefusal): { field: string; message: string } {
  switch (refusal.kind) {
    case 'acronym-taken':
      return { field: 'sigla', message: 'Já existe um órgão com esta sigla. Escolha outra.' }
  }
}

/** What is wrong with a mask, with the way out. */
export function explainMaskRefusal(refusal: MaskRefusal): string {
  switch (refusal.kind) {
    case 'too-long':
      return `A máscara tem mais de ${refusal.most} caracteres.`
    case 'unclosed-variable':
      return 'Há uma variável sem fim: cada uma fica entre dois sinais de arroba, como @ano:4@.'
    case 'unknown-variable':
      return `Não existe a variável @${refusal.variable}@. Use orgao, unidade, sequencia, ano ou dv.`
    case 'unknown-algorithm':
      return `Não existe o cálculo de dígito “${refusal.algorithm}”. Use federal, mod97, mod11-1 ou none.`
    case 'bad-digit-count':
      return `Em @${refusal.variable}@, o número de dígitos precisa ser ${refusal.allowed}.`
    case 'repeated-variable':
      return `A variável ${refusal.variable} aparece mais de uma vez.`
    case 'missing-variable':
      return `Falta a variável ${refusal.variable}: sem ela dois processos teriam o mesmo número.`
    case 'two-open-widths':
      return 'Órgão e unidade não podem ser os dois de tamanho livre: informe os dígitos de ao menos um.'
  }
}

/** The example as a sentence. */
export function tellMaskExample(example: MaskExample): string {
  switch (example.kind) {
    case 'example':
      return `Unidade de código ${example.unitCode}: ${example.number}`
    case 'unfit-code':
      return example.code === ''
        ? `A máscara usa o código ${example.of === 'agency' ? 'do órgão' : 'da unidade'}, que está vazio.`
        : `O código ${example.code} ${example.of === 'agency' ? 'do órgão' : 'da unidade'} não cabe na máscara.`
    case 'bad-mask':
      return 'Com esta máscara nenhum número pode ser formado.'
  }
}
