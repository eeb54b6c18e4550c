import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  DateField,
  DateTime,
  Details,
  EmptyState,
  FileField,
  Form,
  FormActions,
  type FormError,
  Message,
  RadioGroup,
  Select,
  Table,
  TextField,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import type { PaperChoices, StrayRow } from './lists.queries.ts'
import { ExpeditionFrame, type ExpeditionProps } from './tabs.page.tsx'

interface ReturnsPageProps extends ExpeditionProps {
  readonly formKeys: FormKeys
  readonly mayPost: boolean
  readonly fields: FormFields
  readonly problems: readonly FormError[]
  readonly result: ActResult | undefined
  readonly choices: PaperChoices
  readonly strays: readonly StrayRow[]
}

/** Where the code of what comes back is read, one after the other; and what nobody knows. */
export function ReturnsPage(props: ReturnsPageProps) {
  const { page, href, mayPost, problems, result } = props
  return (
    <ExpeditionFrame
      {...{ page, href }}
      place="/retornos"
      title="Retornos de AR e de cartas"
      hasErrors={problems.length > 0}
    >
      <ActResultMessage result={result} />
      {mayPost ? <Taking {...props} /> : null}
      <Strays {...props} />
    </ExpeditionFrame>
  )
}

function Taking({ href, formKeys, fields, problems, choices }: ReturnsPageProps) {
  const bound = bindFields(
    fields,
    problems.map(({ field = '', message }) => ({ field, message })),
  )
  const options = (list: PaperChoices['types']) => list.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Card title="Registrar um retorno" icon="return" id="retorno">
      <Form {...formKeys} action={href('/expedicao/retornos')} errors={problems} multipart>
        <TextField
          {...bound.text('codigo')}
          label="Código de rastreamento"
          hint="Leia o código de barras ou digite: duas letras, nove algarismos, duas letras."
          required
          width="medium"
          maxLength={30}
        />
        <RadioGroup
          {...bound.text('o_que')}
          label="O que voltou"
          required
          options={[
            { value: 'receipt', label: 'O AR assinado', hint: 'A carta foi entregue.' },
            { value: 'letter', label: 'A própria carta', hint: 'Não foi entregue.' },
          ]}
        />
        <DateField {...bound.text('entregue_em')} label="Dia da entrega, como está no AR" />
        <TextField {...bound.text('recebedor')} label="Quem assinou o AR" maxLength={120} />
        <TextField {...bound.text('motivo')} label="Motivo da devolução, se a carta voltou" maxLength={200} />
        <FileField
          name="arquivo"
          label="Imagem digitalizada"
          hint="Entra no processo como documento externo da unidade que pediu a postagem. O histórico diz que foi esta unidade que incluiu. PDF ou imagem."
          accept=".pdf,.png,.jpg,.jpeg"
          error={bound.text('arquivo').error}
        />
        <Select
          {...bound.text('tipo')}
          label="Tipo do documento da imagem"
          emptyLabel="Escolha…"
          options={options(choices.types)}
          width="long"
        />
        <Select
          {...bound.text('conferencia')}
          label="Conferência da imagem"
          emptyLabel="Escolha…"
          options={options(choices.conferences)}
          width="long"
        />
        <FormActions>
          <Button kind="primary" icon="check">
            Registrar o retorno
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}

function Strays({ href, formKeys, strays, mayPost }: ReturnsPageProps) {
  return (
    <>
      <Table
        id="nao-identificados"
        caption={`Não identificados: ${strays.length === 0 ? 'nenhum' : strays.length}`}
        rows={strays}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Nenhum retorno sem identificação" icon="check" />}
        columns={[
          { key: 'codigo', header: 'Código', rowHeader: true, width: 'narrow', cell: ({ code }) => code },
          { key: 'nota', header: 'O que voltou', width: 'wide', cell: ({ note }) => note || '–' },
          { key: 'quando', header: 'Registrado', cell: ({ at }) => <DateTime value={at} /> },
          { key: 'por', header: 'Por', cell: ({ person }) => person },
          {
            key: 'acao',
            header: 'Resolver',
            cell: ({ id, code }) =>
              mayPost ? (
                <Details summary={`Resolver ${code}`}>
                  <Form {...formKeys} action={href(`/expedicao/retornos/${id}`)}>
                    <TextField
                      name={`providencia_${id}`}
                      label="O que se descobriu e se fez"
                      required
                      maxLength={300}
                    />
                    <Button icon="check">Dar por resolvido</Button>
                  </Form>
                </Details>
              ) : (
                '–'
              ),
          },
        ]}
      />
      {strays.length > 0 ? (
        <Message kind="info">
          <p>O papel de cada um destes fica guardado até que se saiba de que carta é.</p>
        </Message>
      ) : null}
    </>
  )
}
