import { Gallery } from '../gallery.tsx'
import { renderDocument } from '../render.ts'
import { CaseFileExample } from './case-file.tsx'
import { DeskExample } from './desk.tsx'
import {
  ConfirmExample,
  FormWithErrorsExample,
  NotFoundExample,
  PublicSearchExample,
  SignInExample,
} from './other-pages.tsx'

import { samplePage } from './sample-page.ts'

/** Whole pages, by name, as documents. */
export const pages: Readonly<Record<string, () => string>> = {
  mesa: () => renderDocument(<DeskExample />),
  processo: () => renderDocument(<CaseFileExample />),
  entrar: () => renderDocument(<SignInExample />),
  formulario: () => renderDocument(<FormWithErrorsExample />),
  publica: () => renderDocument(<PublicSearchExample />),
  confirmacao: () => renderDocument(<ConfirmExample />),
  'nao-encontrada': () => renderDocument(<NotFoundExample />),
  galeria: () => renderDocument(<Gallery page={samplePage({ path: '/galeria' })} />),
}
