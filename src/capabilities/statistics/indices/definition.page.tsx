import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import { Button, Checkbox, Form, FormActions, LinkButton, TextField } from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { type StatisticsProps, StatisticsShell } from '../looking/tabs.page.tsx'

/** What counts in the indices, to be changed. */
export function DefinitionPage(
  props: StatisticsProps & {
    readonly formKeys: FormKeys
    readonly fields: FormFields
    readonly problems: readonly FieldProblem[]
  },
) {
  const bound = bindFields(props.fields, props.problems)
  return (
    <StatisticsShell
      {...props}
      tab="/estatisticas/indices"
      below="Definição"
      title="Definição dos índices"
      hasErrors={props.problems.length > 0}
    >
      <p>Vale para os meses que ainda vão ser fechados. Os já fechados guardam a definição com que foram contados.</p>
      <Form
        {...props.formKeys}
        action={props.href('/estatisticas/indices/definicao')}
        errors={props.problems.length > 0 ? props.problems : undefined}
      >
        <Checkbox {...bound.flag('minutas')} label="Minutas contam como nato-digitais" />
        <Checkbox {...bound.flag('arquivos')} label="Arquivos externos nascidos digitais contam como nato-digitais" />
        <TextField
          {...bound.text('minimo')}
          label="Mínimo de usuários para receber posição"
          hint="0 para nenhum mínimo."
          width="short"
          inputMode="numeric"
          maxLength={4}
          required
        />
        <FormActions>
          <Button kind="primary">Gravar</Button>
          <LinkButton kind="quiet" href={props.href('/estatisticas/indices')}>
            Voltar
          </LinkButton>
        </FormActions>
      </Form>
    </StatisticsShell>
  )
}
