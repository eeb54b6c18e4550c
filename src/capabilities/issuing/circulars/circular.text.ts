import { explainCaseRefusal } from '../../cases/index.ts'
import { explainDraft } from '../../documents/index.ts'
import type { Contact } from '../../people/index.ts'
import { type CircularRefusal, mostAddressees } from './circular.rules.ts'

/** The reason in plain Portuguese, beside the field where there is one. */
export function explainCircular(refusal: CircularRefusal): { field?: string; message: string } {
  switch (refusal.kind) {
    case 'case':
      return { message: explainCaseRefusal(refusal.why) }
    case 'draft':
      return { message: explainDraft(refusal.why).message }
    case 'bundle':
      return { message: refusal.message }
    case 'not-authored':
      return { message: 'Um arquivo não serve de base para circular. Faça o documento no editor.' }
    case 'not-ours':
      return { message: 'Só a unidade que fez o documento gera circular a partir dele.' }
    case 'signed':
      return { message: 'O documento já está assinado. A base de uma circular não é assinada; faça outro documento.' }
    case 'cancelled':
      return { message: 'O documento foi cancelado e não serve de base para circular.' }
    case 'confidential':
      return {
        message: 'Documentos de processo sigiloso não entram em bloco de assinatura, e por isso não há circular.',
      }
    case 'type-without-addressee':
      return {
        message:
          'O modelo deste tipo de documento não tem destinatário. Escolha um tipo cujo modelo traga @destinatario_nome@, como o ofício.',
      }
    case 'nobody':
      return { field: 'contato', message: 'Marque ao menos um contato que ainda não tenha documento desta circular.' }
    case 'too-many':
      return { field: 'contato', message: `Gere documentos para até ${mostAddressees} contatos de cada vez.` }
  }
}

/** What the text says of an addressee. What the register does not know leaves nothing behind. */
export function fieldsOfAddressee(contact: Pick<Contact, 'name' | 'kind' | 'city'>): Record<string, string> {
  const isPerson = contact.kind === 'person'
  return {
    destinatario_nome: contact.name,
    destinatario_tratamento: isPerson ? 'Ao(À) Senhor(a)' : 'À organização',
    destinatario_vocativo: isPerson ? 'Senhor(a)' : 'Senhores',
    destinatario_cargo: '',
    destinatario_endereco: contact.city,
  }
}

/** Why a document of the circular is not sent now. */
export const skipped = {
  'no-email': 'o contato não tem e-mail no cadastro; entregue o documento de outra forma.',
  'bad-email': 'o e-mail do cadastro não é um endereço; corrija o contato.',
  unsigned: 'o documento ainda não foi assinado.',
  'sent-before': 'o e-mail já foi enviado.',
  gone: 'o documento não pode mais ser enviado.',
} as const
