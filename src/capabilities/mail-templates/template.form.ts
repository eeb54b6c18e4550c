import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import { type MailKind, variablesIn } from '../../platform/outbox/index.ts'
import { type FormReader, readForm } from '../organization/index.ts'
import type { TemplateWords } from './keep-templates.ts'
import { isSender } from './mail-sender.ts'

/** The words as typed, and what is wrong with them: variables that the kind has not, or that its text cannot do without. */
export function readTemplate(
  fields: FormFields,
  kind: MailKind,
): { request: TemplateWords | undefined; problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const sender = form.line('remetente', { label: 'o remetente', most: 320 })
  const subject = form.line('assunto', { label: 'o assunto', required: true, least: 3, most: 200 })
  const body = form.text('mensagem', { label: 'a mensagem', required: true, least: 3, most: 10_000 })
  const off = kind.mayBeOff && !form.flag('enviar')
  if (sender !== '' && !isSender(sender)) {
    form.note(
      'remetente',
      'Escreva um endereço, como protocolo@exemplo.gov.br, ou Protocolo <protocolo@exemplo.gov.br>.',
    )
  }
  noteVariables(form, kind, 'assunto', subject)
  noteVariables(form, kind, 'mensagem', body)
  const missing = kind.needs.find((name) => !variablesIn(body).includes(name))
  if (missing && body !== '')
    form.note('mensagem', `A mensagem não serve sem a variável @${missing}@. Escreva-a no texto.`)
  return {
    request: form.problems.length === 0 ? { sender, subject, body, off } : undefined,
    problems: form.problems,
  }
}

function noteVariables(form: FormReader, { variables }: MailKind, field: string, text: string): void {
  const unknown = variablesIn(text).find((name) => !Object.hasOwn(variables, name))
  if (!unknown) return
  const known = Object.keys(variables)
    .map((name) => `@${name}@`)
    .join(', ')
  form.note(field, `Este e-mail não tem a variável @${unknown.slice(0, 40)}@. As que tem são: ${known}.`)
}
