import type { FormKeys } from '../../../platform/form-keys.ts'
import { ConfirmPage, LinkButton, type PageContext } from '../../../ui/index.ts'
import { adminHref, administrationCrumbs } from '../../organization/index.ts'
import type { EntryRow } from './registers.queries.ts'
import { type Register, registers } from './registers.ts'

interface ActivationProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly register: Register
  readonly entry: EntryRow
}

/** Asks before an entry goes out of use, or comes back. */
export function ActivationPage({ page, formKeys, register, entry }: ActivationProps) {
  const { path, title, name, off } = registers[register]
  const verb = entry.active ? 'Desativar' : 'Reativar'
  const here = `${path}/${entry.id}`
  return (
    <ConfirmPage
      page={page}
      title={`${verb} ${name} “${entry.label}”?`}
      breadcrumb={administrationCrumbs(
        page,
        [
          { label: title, path },
          { label: entry.label, path: here },
        ],
        verb,
      )}
      consequences={[entry.active ? off : 'Volta a ser oferecido a partir de agora.', 'Isto pode ser desfeito depois.']}
      action={adminHref(page, `${here}/${entry.active ? 'desativacao' : 'reativacao'}`)}
      idempotencyKey={formKeys.idempotencyKey}
      confirmLabel={verb}
      cancelHref={adminHref(page, here)}
    />
  )
}

/** The way to the page above and to the history, beside the heading of an entry. */
export function ActivationLink({ page, register, entry }: Omit<ActivationProps, 'formKeys'>) {
  const noun = entry.active ? 'desativacao' : 'reativacao'
  return (
    <>
      <LinkButton href={adminHref(page, `${registers[register].path}/${entry.id}/alteracoes`)} icon="history">
        Histórico
      </LinkButton>
      <LinkButton
        href={adminHref(page, `${registers[register].path}/${entry.id}/${noun}`)}
        icon={entry.active ? 'cancel' : 'reopen'}
      >
        {entry.active ? 'Desativar' : 'Reativar'}
      </LinkButton>
    </>
  )
}
