import type { SignatureProblem } from '../../../../platform/time-stamp/index.ts'
import type { CmsRefusal } from '../check-cms.ts'
import type { CpfRefusal } from '../cpf.rules.ts'

/** Why a signature by certificate was not taken. */
export type CertificateRefusal =
  | { readonly kind: 'attempt-over' }
  | CmsRefusal
  | CpfRefusal
  /** The document, its number, or the name of who signs is no longer what the declaration says. */
  | { readonly kind: 'moved' }

/** The reason in plain Portuguese, with the way out. */
export function explainCertificateRefusal(refusal: CertificateRefusal): string {
  switch (refusal.kind) {
    case 'attempt-over':
      return 'O prazo desta declaração terminou, ou ela já foi usada. Baixe outra e assine de novo.'
    case 'cms':
      return problems[refusal.problem]
    case 'chain':
      return `${refusal.why} Assine com outro certificado ou procure a administração do sistema.`
    case 'no-cpf-in-certificate':
      return 'O certificado não traz CPF: ele não é de pessoa física da ICP-Brasil. Assine com o seu e-CPF.'
    case 'no-cpf-of-yours':
      return 'O seu cadastro não tem CPF, e por isso não é possível conferir o certificado. Peça à administração que o inclua.'
    case 'other-cpf':
      return 'O certificado é de outra pessoa: o CPF dele não é o do seu cadastro.'
    case 'moved':
      return 'O documento mudou depois que você baixou a declaração e não foi assinado. Leia o texto atual, baixe outra declaração e assine de novo.'
  }
}

const problems: { readonly [problem in SignatureProblem]: string } = {
  malformed: 'O arquivo não é uma assinatura que o Carimbo saiba ler. Envie o arquivo .p7s que o seu assinador gravou.',
  attached:
    'A assinatura veio com a declaração dentro dela. No assinador, escolha assinatura destacada (separada) e assine de novo.',
  'several-signers': 'O arquivo precisa ter uma assinatura, e só uma.',
  'no-certificate': 'O arquivo não traz o certificado de quem assinou. No assinador, mande incluir o certificado.',
  'other-bytes':
    'A assinatura é de outro arquivo. Assine a declaração que você baixou nesta página, sem abri-la e salvá-la em outro programa.',
  broken: 'A assinatura não confere com o certificado que veio com ela.',
  'weak-digest':
    'A assinatura usa um algoritmo que não é mais aceito, como o SHA-1. No assinador, escolha SHA-256 ou mais forte.',
  'weak-key':
    'O certificado tem uma chave fraca. São aceitas chaves RSA de 2048 bits ou mais e curvas elípticas de 256 bits ou mais.',
  'other-certificate': 'A assinatura diz que é de outro certificado, que não é o que veio com ela.',
}
