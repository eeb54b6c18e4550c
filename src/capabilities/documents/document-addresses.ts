import type { InnerVisit } from '../../platform/http/index.ts'
import type { CaseFile } from '../cases/index.ts'

/** Where documents are, in the unit of the visit. The page on which one is read belongs to the workbench. */
export function documentAddresses({ href }: Pick<InnerVisit, 'href'>) {
  const inCase = (digits: string, rest = '') => href(`/processos/${digits}${rest}`)
  const of = (number: string, rest = '') => href(`/documentos/${number}${rest}`)
  return {
    caseFile: (digits: string) => inCase(digits),
    documents: (digits: string) => inCase(digits, '/documentos'),
    newDocument: (digits: string) => inCase(digits, '/documentos/novo'),
    upload: (digits: string) => inCase(digits, '/documentos/externo'),
    receiveFiles: (digits: string) => inCase(digits, '/documentos/externo/arquivos'),
    order: (digits: string) => inCase(digits, '/ordem'),
    document: (number: string) => of(number),
    editor: (number: string) => of(number, '/editor'),
    data: (number: string) => of(number, '/dados'),
    deletion: (number: string) => of(number, '/exclusao'),
    cancellation: (number: string) => of(number, '/cancelamento'),
    replacement: (number: string) => of(number, '/substituicao'),
    file: (number: string) => of(number, '/arquivo'),
    image: (number: string, sha256: string) => of(number, `/imagens/${sha256}`),
    versions: (number: string) => of(number, '/versoes'),
    signing: (number: string) => of(number, '/assinatura'),
    part: (number: string, part: string) => of(number, `/${part}`),
    crumbs: (caseFile: Pick<CaseFile, 'number' | 'digits'>) => [
      { label: 'Mesa', href: href('/mesa') },
      { label: `Processo ${caseFile.number}`, href: inCase(caseFile.digits) },
    ],
  }
}

export type DocumentAddresses = ReturnType<typeof documentAddresses>
