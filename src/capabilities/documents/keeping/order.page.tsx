import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  type Crumb,
  EmptyState,
  type Flash,
  Form,
  FormActions,
  LinkButton,
  Message,
  type PageContext,
  Shell,
  Table,
} from '../../../ui/index.ts'
import { DocumentStyle } from '../document-style.page.tsx'
import { placeField } from './order.form.ts'

export interface OrderPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly documents: readonly { readonly number: string; readonly label: string; readonly unit: string }[]
  readonly refusals: readonly string[]
  readonly flash?: Flash | undefined
  readonly action: string
  readonly backHref: string
}

/** The order of the documents in the tree: one place up or down, or the place typed in. */
export function OrderPage(props: OrderPageProps) {
  const { documents, refusals } = props
  const lastPlace = documents.length
  return (
    <Shell
      page={props.page}
      title="Ordem dos documentos"
      breadcrumb={props.breadcrumb}
      width="text"
      flash={props.flash}
      lead={<p>Digite o novo lugar de um ou mais documentos e salve, ou mova um documento de cada vez.</p>}
    >
      <DocumentStyle page={props.page} />
      {refusals.length > 0 ? (
        <Message kind="warning" title="Não é possível mudar a ordem agora">
          {refusals.map((refusal) => (
            <p key={refusal}>{refusal}</p>
          ))}
        </Message>
      ) : null}
      <Form {...props.formKeys} action={props.action}>
        <Table
          id="ordem"
          caption="Documentos do processo"
          captionHidden
          rows={documents.map((document, index) => ({ ...document, place: index + 1 }))}
          rowKey={({ number }) => number}
          empty={<EmptyState title="O processo ainda não tem documentos" icon="document" />}
          columns={[
            {
              key: 'lugar',
              header: 'Lugar',
              width: 'narrow',
              cell: ({ number, label, place }) => (
                <input
                  class="input tree-place"
                  type="number"
                  name={placeField(number)}
                  value={String(place)}
                  min="1"
                  max={String(lastPlace)}
                  aria-label={`Lugar de ${label}`}
                />
              ),
            },
            { key: 'documento', header: 'Documento', rowHeader: true, width: 'wide', cell: ({ label }) => label },
            { key: 'unidade', header: 'Unidade', cell: ({ unit }) => unit },
            {
              key: 'mover',
              header: 'Mover',
              headerHidden: true,
              width: 'narrow',
              cell: ({ number, label, place }) => (
                <>
                  <MoveButton number={number} label={label} way="acima" disabled={place === 1} />
                  <MoveButton number={number} label={label} way="abaixo" disabled={place === lastPlace} />
                </>
              ),
            },
          ]}
        />
        <FormActions>
          <Button kind="primary" icon="check" disabled={documents.length < 2 || refusals.length > 0}>
            Salvar a ordem
          </Button>
          <LinkButton kind="quiet" href={props.backHref}>
            Voltar ao processo
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

type MoveButtonProps = { number: string; label: string; way: 'acima' | 'abaixo'; disabled: boolean }

function MoveButton({ number, label, way, disabled }: MoveButtonProps) {
  return (
    <Button
      small
      kind="quiet"
      icon={way === 'acima' ? 'arrowUp' : 'arrowDown'}
      name="mover"
      value={`${number}:${way}`}
      disabled={disabled}
    >
      <span class="visually-hidden">
        Mover {label} para {way}
      </span>
    </Button>
  )
}
