import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import { Button, Form, FormActions, LinkButton, type PageContext, Shell, TextField } from '../../ui/index.ts'
import { bindFields } from '../organization/index.ts'
import { requestsTitle } from './requests.page.tsx'

interface AnalysingUnitProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly labels: readonly string[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** Which unit analyses the requests of all agencies. */
export function AnalysingUnitPage({ page, formKeys, href, labels, fields, problems }: AnalysingUnitProps) {
  return (
    <Shell
      page={page}
      title="Unidade que analisa"
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: requestsTitle, href: href('/pedidos-de-tipos') },
        { label: 'Unidade que analisa' },
      ]}
      lead="Os pedidos novos seguem para ela. Os que estão em análise continuam onde estão."
    >
      <Form {...formKeys} action={href('/pedidos-de-tipos/unidade')} errors={problems}>
        <TextField
          {...bindFields(fields, problems).text('unidade')}
          label="Unidade"
          hint="Sigla, com o órgão se houver mais de uma."
          required
          suggestions={labels}
          maxLength={80}
          width="medium"
        />
        <FormActions>
          <Button kind="primary">Salvar</Button>
          <LinkButton kind="quiet" href={href('/pedidos-de-tipos')}>
            Voltar aos pedidos
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
