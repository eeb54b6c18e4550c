import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import { readForm } from '../organization/index.ts'
import { type GroupKind, type GroupScope, kinds, scopes } from './group.ts'

export const mostMembers: Readonly<Record<GroupKind, number>> = { units: 50, contacts: 100, emails: 50 }

export interface GroupRequest {
  readonly kind: GroupKind
  readonly scope: GroupScope
  readonly name: string
  readonly description: string
  /** One line each, as typed. */
  readonly lines: readonly string[]
}

/** `fixed`: the kind and the scope of a group that is there already never change. */
export function readGroup(
  fields: FormFields,
  fixed: { readonly kind: GroupKind; readonly scope: GroupScope } | undefined,
): { request: GroupRequest | undefined; problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const name = form.line('nome', { label: 'o nome do grupo', required: true, least: 2, most: 100 })
  const description = form.line('descricao', { label: 'a descrição', most: 250 })
  const kind = fixed?.kind ?? form.choice('especie', 'o que o grupo reúne', kinds)
  const scope = fixed?.scope ?? form.choice('alcance', 'para quem é o grupo', scopes)
  const count = kind ? mostMembers[kind] : 100
  const lines = form.lines('membros', { label: 'quem faz parte do grupo', required: true, most: 400, count })
  if (form.problems.length > 0 || !kind || !scope) return { request: undefined, problems: form.problems }
  return { request: { kind, scope, name, description, lines }, problems: [] }
}
