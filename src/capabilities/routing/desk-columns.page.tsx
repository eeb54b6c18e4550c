import type { FormKeys } from '../../platform/form-keys.ts'
import { Button, CheckboxList, Form, FormActions, LinkButton, type PageContext, Shell } from '../../ui/index.ts'
import { type DeskColumn, deskColumns } from './desk-columns.ts'

interface DeskColumnsPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly chosen: readonly DeskColumn[]
}

/** Which columns a person wants on the desk. */
export function DeskColumnsPage({ page, formKeys, href, chosen }: DeskColumnsPageProps) {
  const title = 'Colunas da mesa'
  return (
    <Shell
      page={page}
      title={title}
      width="text"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: title }]}
      lead={<p>A escolha é sua e vale em todas as suas unidades. O número do processo aparece sempre.</p>}
    >
      <Form {...formKeys} action={href('/mesa/colunas')}>
        <CheckboxList
          name="colunas"
          label="Mostrar"
          hint="Sem a coluna, anotação e marcadores aparecem ao lado do número."
          values={chosen}
          options={Object.entries(deskColumns).map(([value, label]) => ({ value, label }))}
        />
        <FormActions>
          <Button kind="primary" icon="check" name="acao" value="salvar">
            Salvar colunas
          </Button>
          <Button icon="undo" name="acao" value="padrao">
            Voltar às colunas de costume
          </Button>
          <LinkButton kind="quiet" href={href('/mesa')}>
            Voltar à mesa
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
