import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  type Crumb,
  Day,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  type PageContext,
  Shell,
} from '../../../ui/index.ts'
import { TermFields, type TermTyped } from '../../deadlines/index.ts'
import type { ReturnRow } from './returns.queries.ts'

interface ExtendReturnProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly action: string
  readonly backHref: string
  readonly row: ReturnRow
  readonly typed: TermTyped
  readonly problems: readonly FormError[]
}

/** The new day of a return: later than the one before. */
export function ExtendReturnPage({ page, formKeys, row, typed, problems, ...props }: ExtendReturnProps) {
  return (
    <Shell
      page={page}
      title="Prorrogar retorno"
      width="text"
      breadcrumb={props.breadcrumb}
      hasErrors={problems.length > 0}
    >
      <p>
        O processo <strong class="nowrap">{row.caseNumber}</strong> deve voltar de {row.unit} até{' '}
        <Day value={row.due} />. O novo prazo tem de ser maior.
      </p>
      <Form {...formKeys} action={props.action} errors={problems}>
        <TermFields legend="Novo prazo" typed={typed} problems={problems} />
        <FormActions>
          <Button kind="primary" icon="calendar">
            Prorrogar
          </Button>
          <LinkButton kind="quiet" href={props.backHref}>
            Voltar sem prorrogar
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
