import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import { Button, Form, FormActions, LinkButton, TextArea, TextField } from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { type StatisticsProps, StatisticsShell } from '../looking/tabs.page.tsx'

/** The form that takes in figures published by another installation. */
export function PublicationPage(
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
      below="Números publicados"
      title="Carregar números publicados"
      hasErrors={props.problems.length > 0}
    >
      <p>Números que outra instalação publicou, para comparar com os desta. Depois de carregados, não são alterados.</p>
      <Form
        {...props.formKeys}
        action={props.href('/estatisticas/publicados/novo')}
        errors={props.problems.length > 0 ? props.problems : undefined}
      >
        <TextField
          {...bound.text('nome')}
          label="Nome"
          maxLength={120}
          required
          hint="Por exemplo: Minas Gerais, março."
        />
        <TextField {...bound.text('fonte')} label="Fonte" maxLength={300} required />
        <TextArea
          {...bound.text('orgaos')}
          label="Órgãos"
          rows={10}
          hint="Uma linha por órgão: sigla; usuários; nato-digitais; digitalizados; índice de utilização. Deixe vazio o que a fonte não traz."
        />
        <TextArea
          {...bound.text('instalacoes')}
          label="Instalações"
          rows={4}
          hint="Uma linha por instalação: nome; usuários externos; usuários cadastrados; documentos no mês; armazenamento (300 GB)."
        />
        <FormActions>
          <Button kind="primary">Carregar</Button>
          <LinkButton kind="quiet" href={props.href('/estatisticas/indices')}>
            Voltar
          </LinkButton>
        </FormActions>
      </Form>
    </StatisticsShell>
  )
}
