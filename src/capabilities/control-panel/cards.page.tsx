import type { FieldProblem } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import { Button, errorOf, Form, FormActions, LinkButton, type PageContext, Select, Shell } from '../../ui/index.ts'
import { type CardsTyped, cardFields } from './cards.form.ts'
import { cardTitles } from './cards.text.ts'
import type { CardName } from './cards.ts'

interface CardsPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly unit: string
  readonly offered: readonly CardName[]
  readonly typed: CardsTyped
  readonly problems: readonly FieldProblem[]
}

/** Which cards the person sees in this unit, and in which order. */
export function CardsPage({ page, formKeys, href, unit, offered, typed, problems }: CardsPageProps) {
  const title = 'Escolher os cartões'
  return (
    <Shell
      page={page}
      title={title}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Painel de controle', href: href('/painel') },
        { label: title },
      ]}
      lead={<p>A escolha vale para você, na unidade {unit}.</p>}
    >
      <Form {...formKeys} action={href('/painel/cartoes')} errors={problems}>
        {offered.map((name) => (
          <Select
            key={name}
            name={cardFields[name]}
            label={cardTitles[name]}
            emptyLabel="Não mostrar"
            value={typed[name]}
            error={errorOf(problems, cardFields[name])}
            options={offered.map((_, index) => ({ value: String(index + 1), label: `${index + 1}º lugar` }))}
          />
        ))}
        <FormActions>
          <Button kind="primary" icon="check">
            Salvar os cartões
          </Button>
          <Button name="acao" value="padrao" icon="undo">
            Voltar ao usual
          </Button>
          <LinkButton kind="quiet" href={href('/painel')}>
            Voltar sem salvar
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
