import type { SignatureView } from '../signature-view.ts'
import type { CertificateWords } from '../signed-bytes.ts'

/** The norms that give force to a signature with personal password and to the conference of a copy by the body itself. */
export const legalBasis: { readonly [kind in SignatureView['kind']]: string } = {
  signature: 'no art. 4º da Lei nº 14.063/2020',
  certification: 'no art. 12 do Decreto nº 8.539/2015',
}

/** What a stamp says before the name. */
export const stampWords: { readonly [kind in SignatureView['kind']]: string } = {
  signature: 'Documento assinado eletronicamente por',
  certification: 'Cópia conferida com o documento original e autenticada por',
}

/** How somebody signed, and the level of it in art. 4º of Lei 14.063/2020 where the law itself names one. */
export const methodWords: { readonly [method in SignatureView['method']]: string } = {
  password: 'mediante senha pessoal',
  certificate: 'com certificado digital da ICP-Brasil (assinatura eletrônica qualificada)',
  'gov-br': 'com a conta gov.br (assinatura eletrônica avançada)',
}

/** What was known of the certificate when the signature was taken in; what was not checked is told. */
export function certificateSentence({ titular, emissor, raiz, revogacao }: CertificateWords): string {
  const revocation = revogacao === 'conferida' ? 'revogação conferida' : 'revogação não conferida'
  return `certificado de ${titular}, emitido por ${emissor}; cadeia conferida até ${raiz}; ${revocation}`
}

export const brokenWords =
  'Esta assinatura não confere: o documento ou o registro dela não é mais o que foi assinado. Não confie neste documento e avise o órgão.'

/** Which of the digests that people meet this one is: the file of a PDF has another each time it is made. */
export const digestWords =
  'É o resumo do que foi assinado: o texto com a identificação do documento ou, numa cópia autenticada, o próprio arquivo. É o que sai impresso no fim do PDF. O arquivo PDF tem um resumo só dele, que não serve para esta conferência.'

export const supersededWords = 'Sem efeito: o documento foi alterado depois desta assinatura.'
