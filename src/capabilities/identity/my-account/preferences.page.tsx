import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import { Button, errorOf, Form, FormActions, LinkButton, type PageContext, RadioGroup } from '../../../ui/index.ts'
import { MyAccountShell } from './my-account.page.tsx'
import type { PreferencesTyped } from './preferences.form.ts'

interface PreferencesPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly deskHref: string | undefined
  readonly typed: PreferencesTyped
  readonly problems: readonly FieldProblem[]
}

/** Where the day begins, and in which colours (EST-035). */
export function PreferencesPage({ page, formKeys, deskHref, typed, problems }: PreferencesPageProps) {
  return (
    <MyAccountShell page={page} deskHref={deskHref} title="Página inicial e cores" hasErrors={problems.length > 0}>
      <Form {...formKeys} action="/minha-conta/preferencias" errors={problems}>
        <RadioGroup
          name="inicio"
          label="Página que abre depois de entrar"
          value={typed.start}
          error={errorOf(problems, 'inicio')}
          options={[
            { value: 'mesa', label: 'Mesa (Controle de Processos)' },
            { value: 'painel', label: 'Painel de controle' },
            {
              value: 'blocos',
              label: 'Blocos de assinatura',
              hint: 'Onde você não pode usar blocos, abre a mesa.',
            },
          ]}
        />
        <RadioGroup
          name="cores"
          label="Cores"
          hint="Valem em todos os navegadores em que você entrar. O texto dos documentos continua como no papel."
          value={typed.colours}
          error={errorOf(problems, 'cores')}
          options={[
            { value: 'claras', label: 'Claras' },
            { value: 'escuras', label: 'Escuras' },
            { value: 'do-sistema', label: 'Como o computador ou o celular' },
          ]}
        />
        <FormActions>
          <Button kind="primary" icon="check">
            Salvar
          </Button>
          <LinkButton kind="quiet" href="/minha-conta">
            Voltar
          </LinkButton>
        </FormActions>
      </Form>
    </MyAccountShell>
  )
}
