import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  DateField,
  Form,
  FormActions,
  Grid,
  LinkButton,
  type PageContext,
  RadioGroup,
  Select,
  Shell,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { kindWords, senderWords } from './entry.text.ts'
import { entryKinds, senderKinds } from './entry.ts'

interface NewEntryPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** Something came in: what, from whom, about what. The receipt follows at once. */
export function NewEntryPage({ page, formKeys, href, fields, problems }: NewEntryPageProps) {
  const bound = bindFields(fields, problems)
  return (
    <Shell
      page={page}
      title="Registrar chegada"
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Quadro do dia', href: href('/quadro-do-dia') },
        { label: 'Registrar chegada' },
      ]}
      lead="O registro ganha um número, e o recibo fica pronto para imprimir. O que se escreve aqui não muda mais."
    >
      <Form {...formKeys} action={href('/quadro-do-dia')} errors={problems}>
        <TextField
          {...bound.text('assunto')}
          label="Assunto"
          required
          maxLength={500}
          focused={problems.length === 0}
        />
        <TextField {...bound.text('remetente')} label="Remetente" required maxLength={200} />
        <Grid min="small">
          <Select
            {...bound.text('categoria')}
            label="Quem é o remetente"
            emptyLabel="Escolha…"
            required
            options={senderKinds.map((kind) => ({ value: kind, label: senderWords[kind] }))}
          />
          <Select
            {...bound.text('especie')}
            label="O que chegou"
            emptyLabel="Escolha…"
            required
            options={entryKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
          />
        </Grid>
        <RadioGroup
          {...bound.text('meio')}
          label="Como veio"
          required
          inline
          options={[
            { value: 'paper', label: 'Em papel' },
            { value: 'digital', label: 'Digital' },
          ]}
        />
        <Grid min="small">
          <TextField {...bound.text('numero_origem')} label="Número de origem" maxLength={60} />
          <TextField {...bound.text('destinatario')} label="Para quem" maxLength={120} />
        </Grid>
        <TextArea {...bound.text('pecas')} label="Peças entregues" hint="Uma por linha." rows={3} maxLength={1000} />
        <Grid min="small">
          <TextField {...bound.text('volumes')} label="Volumes" inputMode="numeric" width="short" />
          <TextField {...bound.text('folhas')} label="Folhas" inputMode="numeric" width="short" />
          <DateField {...bound.text('prazo')} label="Prazo" />
          <DateField
            {...bound.text('recebido_em')}
            label="Chegada"
            hint="Se o sistema esteve fora do ar, a hora do papel."
            time
            required
          />
        </Grid>
        <TextArea {...bound.text('observacoes')} label="Observações" rows={2} maxLength={500} />
        <FormActions>
          <Button kind="primary" icon="receive">
            Registrar e abrir o recibo
          </Button>
          <LinkButton kind="quiet" href={href('/quadro-do-dia')}>
            Voltar sem registrar
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
