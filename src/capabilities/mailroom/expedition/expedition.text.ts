import type { PostRefusal } from './make-list.ts'
import type { ReturnRefusal } from './take-return.ts'

interface Problem {
  readonly field?: string
  readonly message: string
}

export function explainPost(refusal: PostRefusal): Problem {
  switch (refusal.kind) {
    case 'nothing-posted':
      return { message: 'Escreva o código de ao menos uma carta.' }
    case 'future-day':
      return { field: 'postada_em', message: 'A postagem não pode ser depois de hoje.' }
    case 'bad-code':
      return {
        field: `codigo_${refusal.letterId}`,
        message: 'O código não confere com o seu dígito verificador. Leia a etiqueta outra vez.',
      }
    case 'code-taken':
      return { field: `codigo_${refusal.letterId}`, message: 'Este código já está em outra carta.' }
  }
}

export function explainReturn({ kind }: ReturnRefusal): Problem {
  switch (kind) {
    case 'not-now':
      return { field: 'codigo', message: 'A carta deste código não espera este retorno. Veja o andamento dela.' }
    case 'no-day':
      return { field: 'entregue_em', message: 'Informe o dia da entrega, como está no AR.' }
    case 'impossible-day':
      return { field: 'entregue_em', message: 'A entrega é entre o dia da postagem e hoje.' }
    case 'no-reason':
      return { field: 'motivo', message: 'Informe por que a carta voltou.' }
    case 'not-included':
      return {
        field: 'arquivo',
        message:
          'O processo não recebe documentos agora na unidade que pediu a postagem. Registre o retorno sem a imagem e entregue o papel a ela.',
      }
  }
}
