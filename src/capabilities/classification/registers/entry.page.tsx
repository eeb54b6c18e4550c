import type { ComponentChildren } from 'preact'
import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import { Button, Form, FormActions, LinkButton, type PageContext } from '../../../ui/index.ts'
import { AdministrationPage, adminHref } from '../../organization/index.ts'
import { ActivationLink } from './register.page.tsx'
import type { EntryRow } from './registers.queries.ts'
import { type Register, registers } from './registers.ts'

/** What the page of an entry is given, whatever the register. */
export interface EntryPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly result?: ActResult | undefined
}

type EntryFrameProps = EntryPageProps & {
  readonly register: Register
  /** Undefined: a new one. */
  readonly entry: EntryRow | undefined
  readonly title: string
  readonly children: ComponentChildren
}

/** The page of an entry: its name, its history, the way out of use, and what it holds. */
export function EntryFrame({ page, register, entry, title, result, problems, children }: EntryFrameProps) {
  const { path, title: ofAll } = registers[register]
  return (
    <AdministrationPage
      page={page}
      title={title}
      trail={[{ label: ofAll, path }]}
      width="text"
      result={result}
      hasErrors={problems.length > 0}
      headingActions={entry ? <ActivationLink page={page} register={register} entry={entry} /> : undefined}
    >
      {children}
    </AdministrationPage>
  )
}

type EntryFormProps = Omit<EntryPageProps, 'fields' | 'result'> & {
  readonly register: Register
  readonly entry: { readonly id: string } | undefined
  /** `Voltar às classes` */
  readonly back: string
  readonly children: ComponentChildren
}

/** What an entry says of itself, to be saved. */
export function EntryForm({ page, formKeys, register, entry, problems, back, children }: EntryFormProps) {
  const { path } = registers[register]
  return (
    <Form {...formKeys} action={adminHref(page, entry ? `${path}/${entry.id}` : path)} errors={problems}>
      {children}
      <FormActions>
        <Button kind="primary">Salvar</Button>
        <LinkButton kind="quiet" href={adminHref(page, path)}>
          {back}
        </LinkButton>
      </FormActions>
    </Form>
  )
}
