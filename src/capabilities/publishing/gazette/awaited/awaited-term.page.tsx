import type { FormFields } from '../../../../platform/form-fields.ts'
import type { FormKeys } from '../../../../platform/form-keys.ts'
import { Button, Card, Day, Form, FormActions, type FormError, Select, TextField } from '../../../../ui/index.ts'
import { countingOptions } from '../../../deadlines/index.ts'
import { bindTyped } from '../../bind-typed.ts'
import { countingWords } from './awaited-term.form.ts'
import type { AwaitedTerm } from './awaited-terms.queries.ts'

/** Asking for a deadline that begins with the publication. */
export function AwaitedTermCard(props: {
  readonly formKeys: FormKeys
  readonly action: string
  readonly fields: FormFields
  readonly problems: readonly FormError[]
}) {
  const bound = bindTyped(props.fields, props.problems)
  return (
    <Card title="Prazo a contar da publicação" icon="calendar" id="prazo">
      <Form {...props.formKeys} action={props.action} errors={props.problems} id="pedir-prazo">
        <p>
          Opcional. O prazo é da sua unidade e entra no controle de prazos quando a publicação for registrada. Se a
          matéria for devolvida ou cancelada, não entra.
        </p>
        <TextField
          {...bound.text('prazo_dias')}
          label="Número de dias"
          hint="Em branco, nenhum prazo."
          inputMode="numeric"
          width="short"
          maxLength={4}
        />
        <Select {...bound.text('prazo_contagem')} label="Contados em" width="long" options={countingOptions} />
        <TextField
          {...bound.text('prazo_texto')}
          label="Para quê"
          hint="Exemplo: recurso do interessado"
          maxLength={300}
        />
        <FormActions>
          <Button icon="check">Salvar prazo</Button>
        </FormActions>
      </Form>
    </Card>
  )
}

/** What became of the deadline that was asked for. */
export function AwaitedOutcome({ awaited }: { awaited: AwaitedTerm }) {
  const { text, days, counting, dueOn, refusal } = awaited
  const what = `“${text}”, ${days} ${countingWords(counting)}`
  if (dueOn)
    return (
      <p>
        Prazo marcado: {what}, até <Day value={dueOn} />.
      </p>
    )
  return refusal ? (
    <p>
      O prazo pedido ({what}) não foi marcado: {refusal}
    </p>
  ) : null
}
