import type { VNode } from 'preact'
import type { FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  Checkbox,
  type Crumb,
  DateField,
  Details,
  type Flash,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  Message,
  type PageContext,
  Select,
  Shell,
  Stack,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { PublicationFacts } from '../beside/publication-card.page.tsx'
import { bindTyped } from '../bind-typed.ts'
import { StepCard } from '../gazette/step-card.page.tsx'
import type { ExternalStep } from '../gazette/steps.rules.ts'
import { type Vehicle, vehicleName } from '../vehicles/vehicle.ts'
import { reasonNames } from './publication.text.ts'
import type { Publication } from './publication.ts'

interface BaseProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  /** The documents that it was made of, and that were made of it. */
  readonly related: VNode
  /** Address of the publication of the document. */
  readonly here: string
  readonly backHref: string
  readonly fields: FormFields
  readonly problems: readonly FormError[]
}

interface PublishProps extends BaseProps {
  readonly vehicles: readonly Vehicle[]
  readonly reason: Publication['reason']
  readonly signers: readonly string[]
  /** Numbers of CPF stand in the text: told before everybody may read them. */
  readonly hasCpf: boolean
}

/** Publishing a document that is fit for it. */
export function PublishPage(props: PublishProps) {
  const { page, vehicles, problems } = props
  const bound = bindTyped(props.fields, problems)
  return (
    <Shell
      page={page}
      title="Publicar documento"
      breadcrumb={props.breadcrumb}
      width="text"
      hasErrors={problems.length > 0}
      lead={<p>{props.label}</p>}
    >
      <Stack gap="large">
        {props.hasCpf ? (
          <Message kind="warning" title="O texto traz número de CPF">
            <p>Publicado, todos o leem. Se não for preciso, faça uma versão com o número em parte (***.456.789-**).</p>
          </Message>
        ) : null}
        {props.related}
        <Form {...props.formKeys} action={props.here} errors={problems}>
          <p>
            Motivo: <strong>{reasonNames[props.reason]}</strong>. Assinado por {props.signers.join(', ')}.
          </p>
          <Select
            {...bound.text('veiculo')}
            label="Veículo"
            width="long"
            required
            options={vehicles.map((one) => ({ value: one.id, label: vehicleName(one) }))}
          />
          {vehicles.some(({ kind }) => kind === 'internal') ? (
            <DayFields {...props} hint={hintOf(vehicles.find(({ kind }) => kind === 'internal'))} />
          ) : null}
          <SummaryField {...props} />
          <GazetteFields {...props} />
          <Message kind="info" title="O que vai acontecer">
            <p>
              O documento trava: não se edita, não se assina de novo nem se cancela. Publicado, não há volta; para
              corrigir, publica-se uma retificação.
            </p>
          </Message>
          <FormActions>
            <Button kind="primary" icon="gazette">
              Publicar ou agendar
            </Button>
            <LinkButton kind="quiet" href={props.backHref}>
              Voltar ao documento
            </LinkButton>
          </FormActions>
        </Form>
      </Stack>
    </Shell>
  )
}

function hintOf(vehicle: Vehicle | undefined): string {
  const cutOff = vehicle?.cutOff ? ` A edição do dia fecha às ${vehicle.cutOff}.` : ''
  return `Hoje publica na hora; um dia à frente agenda. Em feriado não há edição.${cutOff} Em diário externo, deixe como está: o dia vem depois.`
}

function DayFields({ fields, problems, hint }: Pick<BaseProps, 'fields' | 'problems'> & { readonly hint: string }) {
  const bound = bindTyped(fields, problems)
  return (
    <>
      <DateField {...bound.text('data')} label="Dia da publicação no boletim" hint={hint} />
      <Checkbox
        {...bound.flag('extraordinaria')}
        label="Edição extraordinária"
        hint="Sai também em dia da semana sem edição e depois da hora limite. Nunca em feriado."
      />
    </>
  )
}

function SummaryField({ fields, problems }: Pick<BaseProps, 'fields' | 'problems'>) {
  return (
    <TextArea
      {...bindTyped(fields, problems).text('resumo')}
      label="Resumo (ementa)"
      hint="O que o documento decide, em uma ou duas frases. Aparece no boletim, ao lado do documento."
      rows={3}
      maxLength={1000}
      required
    />
  )
}

function GazetteFields({ fields, problems }: Pick<BaseProps, 'fields' | 'problems'>) {
  const bound = bindTyped(fields, problems)
  const names = ['diario', 'edicao', 'secao', 'pagina', 'data_diario', 'link']
  const isOpen = names.some((name) => fields[name]) || problems.some(({ field }) => names.includes(field ?? ''))
  return (
    <Details summary="Dados da Imprensa Nacional ou de outro diário (opcional)" open={isOpen} id="diario-externo">
      <TextField {...bound.text('diario')} label="Diário" hint="Exemplo: Diário Oficial da União" maxLength={100} />
      <TextField {...bound.text('edicao')} label="Número da edição" width="short" maxLength={30} />
      <TextField {...bound.text('secao')} label="Seção" width="short" maxLength={30} />
      <TextField {...bound.text('pagina')} label="Página" width="short" maxLength={30} />
      <DateField {...bound.text('data_diario')} label="Data do diário" />
      <TextField {...bound.text('link')} label="Endereço na internet" maxLength={500} />
    </Details>
  )
}

interface PublicationProps extends BaseProps {
  readonly publication: Publication
  readonly flash: Flash | undefined
  /** What may be done with it now. */
  readonly mayChange: boolean
  readonly mayCancel: boolean
  readonly steps: readonly ExternalStep[]
  /** Of an external gazette: the files to send, the record of the steps, the comparison. */
  readonly outside: VNode | undefined
  readonly boletimHref: string | undefined
  /** The fields of the step, when that form came back. */
  readonly stepFields: FormFields
  readonly stepProblems: readonly FormError[]
}

/** The publication of a document: what it is, and what may be done with it now. */
export function PublicationPage(props: PublicationProps) {
  const { page, publication, problems, stepProblems } = props
  return (
    <Shell
      page={page}
      title="Publicação do documento"
      breadcrumb={props.breadcrumb}
      width="text"
      flash={props.flash}
      hasErrors={problems.length + stepProblems.length > 0}
      lead={<p>{props.label}</p>}
    >
      <Stack gap="large">
        <Card title={vehicleName(publication.vehicle)} icon="gazette">
          <PublicationFacts publication={publication} boletimHref={props.boletimHref} />
        </Card>
        {unshown(props).map(({ message }) => (
          <Message key={message} kind="warning" title="Nada foi alterado">
            <p>{message}</p>
          </Message>
        ))}
        {props.related}
        {props.steps.length > 0 ? (
          <StepCard
            formKeys={props.formKeys}
            action={`${props.here}/situacao`}
            steps={props.steps}
            vehicle={publication.vehicle}
            fields={props.stepFields}
            problems={props.stepProblems}
          />
        ) : null}
        {props.outside}
        {props.mayChange ? <ChangeCard {...props} /> : null}
        {props.mayCancel ? (
          <p>
            <LinkButton icon="undo" href={`${props.here}/cancelamento`}>
              Cancelar a publicação
            </LinkButton>
          </p>
        ) : null}
      </Stack>
    </Shell>
  )
}

/** What is wrong with a form that is not on the page any more: somebody was quicker. */
function unshown({ mayChange, steps, problems, stepProblems }: PublicationProps): readonly FormError[] {
  return [...(mayChange ? [] : problems), ...(steps.length > 0 ? [] : stepProblems)]
}

function ChangeCard(props: PublicationProps) {
  const { publication, problems } = props
  const isOut = publication.state === 'published'
  return (
    <Card title={isOut ? 'Dados de diário externo' : 'Alterar'} icon="edit">
      <Form {...props.formKeys} action={`${props.here}/alteracao`} errors={problems}>
        {isOut ? <p>O documento foi publicado: só estes dados ainda podem mudar.</p> : null}
        {!isOut && publication.vehicle.kind === 'internal' ? (
          <DayFields {...props} hint={hintOf(publication.vehicle)} />
        ) : null}
        {isOut ? null : <SummaryField {...props} />}
        {isOut || publication.vehicle.kind === 'internal' ? <GazetteFields {...props} /> : null}
        <FormActions>
          <Button kind="primary" icon="check">
            Salvar
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}
