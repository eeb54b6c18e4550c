import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
  Fieldset,
  Form,
  FormActions,
  LinkButton,
  type PageContext,
  RadioGroup,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { AdministrationPage, adminHref, bindFields } from '../organization/index.ts'

interface NewMigrationProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

const choices = [
  { value: 'sucessao', label: 'Sucessão', hint: 'Uma unidade dá lugar a outra.' },
  { value: 'fusao', label: 'Fusão', hint: 'Várias unidades se juntam em uma.' },
  { value: 'cisao', label: 'Cisão', hint: 'Uma unidade se divide em várias, por regras que você dá em seguida.' },
  { value: 'renomeacao', label: 'Renomeação', hint: 'A mesma unidade, com nova sigla e novo nome.' },
]

/** Proposes a migration. Nothing moves before it was simulated and approved. */
export function NewMigrationPage({ page, formKeys, fields, problems }: NewMigrationProps) {
  const bound = bindFields(fields, problems)
  return (
    <AdministrationPage
      page={page}
      title="Nova migração de unidades"
      trail={[{ label: 'Migrações de unidades', path: '/migracoes' }]}
      width="text"
      hasErrors={problems.length > 0}
      lead="Cadastre antes as novas unidades e dê permissões nelas a quem vai trabalhar lá."
    >
      <Form {...formKeys} action={adminHref(page, '/migracoes')} errors={problems}>
        <RadioGroup {...bound.text('modo')} label="O que vai acontecer" options={choices} required />
        <Fieldset legend="Unidades">
          <TextArea
            {...bound.text('de')}
            label="Unidade de origem"
            hint="Sigla; na fusão, uma por linha. Havendo siglas iguais, escreva com o órgão: GS (SET/RN)."
            rows={3}
            required
          />
          <TextArea
            {...bound.text('para')}
            label="Nova unidade"
            hint="Sigla; na cisão, uma por linha: a primeira fica com o que nenhuma regra nomear. Vazio na renomeação."
            rows={3}
          />
          <TextField
            {...bound.text('novaSigla')}
            label="Nova sigla"
            hint="Só na renomeação."
            maxLength={40}
            width="short"
          />
          <TextField {...bound.text('novoNome')} label="Novo nome" hint="Só na renomeação." maxLength={250} />
          <Checkbox
            {...bound.flag('numeracao')}
            label="Continuar a numeração dos documentos"
            hint="Marcada, os números por unidade seguem de onde a antiga parou. Desmarcada, começam em 1."
          />
        </Fieldset>
        <Fieldset legend="Fundamento">
          <TextField
            {...bound.text('ato')}
            label="Ato formal"
            hint="Como se cita: Decreto nº 31.000, de 2 de março de 2026."
            maxLength={200}
            required
          />
          <TextField
            {...bound.text('processo')}
            label="Processo do ato"
            hint="Número do processo em que a mudança foi decidida."
            maxLength={40}
            width="medium"
            required
          />
        </Fieldset>
        <FormActions>
          <Button kind="primary">Salvar rascunho</Button>
          <LinkButton kind="quiet" href={adminHref(page, '/migracoes')}>
            Voltar sem fazer nada
          </LinkButton>
        </FormActions>
      </Form>
    </AdministrationPage>
  )
}
