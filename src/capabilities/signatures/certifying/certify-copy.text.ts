import { type CaseRefusal, explainCaseRefusal } from '../../cases/index.ts'

/** Why a digitized copy is not certified. */
export type CertifyRefusal =
  | { readonly kind: 'case'; readonly why: CaseRefusal }
  | { readonly kind: 'not-a-file' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not-digitized' }
  | { readonly kind: 'not-certifiable'; readonly conference: string }
  | { readonly kind: 'not-mailroom'; readonly unit: string }
  | { readonly kind: 'not-producing-unit'; readonly unit: string }
  | { readonly kind: 'certified-by-you' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'capacity-not-of-unit' }

/** The reason in plain Portuguese, with the way out. */
export function explainCertifyRefusal(refusal: CertifyRefusal): string {
  switch (refusal.kind) {
    case 'case':
      return explainCaseRefusal(refusal.why)
    case 'not-a-file':
      return 'Só arquivos digitalizados são autenticados. Um documento feito no editor é assinado.'
    case 'cancelled':
      return 'O documento foi cancelado e o seu conteúdo não está mais disponível.'
    case 'not-digitized':
      return 'O arquivo foi incluído como nato-digital: ele já é o original e não precisa de autenticação.'
    case 'not-certifiable':
      return `A conferência “${refusal.conference}” não permite autenticação. Ela é feita em cópias autenticadas administrativamente.`
    case 'not-mailroom':
      return `A unidade ${refusal.unit} não é de protocolo. Só unidades de protocolo autenticam cópias.`
    case 'not-producing-unit':
      return `Quem autentica é a unidade que digitalizou o documento: ${refusal.unit}.`
    case 'certified-by-you':
      return 'Você já autenticou esta cópia.'
    case 'changed':
      return 'O arquivo foi substituído depois que você abriu esta página e não foi autenticado. Confira o arquivo atual.'
    case 'damaged':
      return 'O arquivo guardado não está íntegro e não pode ser autenticado. Avise a administração do sistema.'
    case 'capacity-not-of-unit':
      return 'Este cargo não é mais da unidade. Escolha outro.'
  }
}
