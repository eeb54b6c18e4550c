import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import {
  Button,
  Card,
  ColourMark,
  DateTime,
  EmptyState,
  errorOf,
  Form,
  FormActions,
  Link,
  LinkButton,
  Message,
  Select,
  Shell,
  Table,
  TextArea,
  Timeline,
  wordsOfColour,
} from '../../../ui/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import { ChosenFrame, type ChosenPageProps } from '../batch/chosen.page.tsx'
import { type LabellingTyped, longestLabellingText } from './label.form.ts'
import type { LabellingEventRow, LabellingRow } from './labelling.queries.ts'
import type { LabelRow } from './labels.queries.ts'

interface LabellingPageProps extends ChosenPageProps {
  readonly labels: readonly LabelRow[]
  readonly typed: LabellingTyped
}

/** A label put on many case files at once, or taken off them. */
export function LabellingPage(props: LabellingPageProps) {
  const none = props.labels.length === 0
  return (
    <ChosenFrame
      {...props}
      title="Marcador"
      path="/marcacao"
      submit={none ? undefined : { label: 'Incluir marcador', icon: 'label', value: 'incluir' }}
      second={none ? undefined : { label: 'Retirar marcador', icon: 'remove', value: 'retirar' }}
    >
      {none ? <NoLabels href={props.href} /> : <LabelFields {...props} />}
    </ChosenFrame>
  )
}

function NoLabels({ href }: { href: (path: string) => string }) {
  return (
    <Message kind="info">
      <p>
        A unidade ainda não tem marcadores. <Link href={href('/marcadores/novo')}>Criar o primeiro</Link>
      </p>
    </Message>
  )
}

function LabelFields({ labels, typed, problems }: Pick<LabellingPageProps, 'labels' | 'typed' | 'problems'>) {
  return (
    <>
      <Select
        name="marcador"
        label="Marcador"
        required
        emptyLabel="Escolha…"
        value={typed.labelId}
        options={labels.map(({ id, name, colour, active }) => ({
          value: id,
          label: `${name} (${wordsOfColour(colour)})${active ? '' : ' – fora de uso'}`,
        }))}
        error={errorOf(problems, 'marcador')}
      />
      <TextArea
        name="texto"
        label="Texto (opcional)"
        hint="Só a sua unidade o lê."
        rows={3}
        maxLength={longestLabellingText}
        value={typed.text}
        error={errorOf(problems, 'texto')}
      />
    </>
  )
}

interface CaseLabelsPageProps extends Omit<ChosenPageProps, 'caseFiles'> {
  readonly caseFile: CaseFile
  readonly labels: readonly LabelRow[]
  readonly on: readonly LabellingRow[]
  readonly events: readonly LabellingEventRow[]
  /** Why the labels cannot be changed now. */
  readonly refusals: readonly string[]
  readonly result: ActResult | undefined
}

const deeds = { included: 'incluído', changed: 'alterado', removed: 'retirado' } as const

/** The labels of one case file: what it has, one more, and what was done with them. */
export function CaseLabelsPage(props: CaseLabelsPageProps) {
  const { page, href, caseFile, on, events, refusals, problems } = props
  const here = href(`/processos/${caseFile.digits}/marcadores`)
  const offered = props.labels.filter(({ id, active }) => active && !on.some(({ labelId }) => labelId === id))
  return (
    <Shell
      page={page}
      title={`Marcadores – ${caseFile.number}`}
      heading="Marcadores do processo"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: caseFile.number, href: href(`/processos/${caseFile.digits}`) },
        { label: 'Marcadores' },
      ]}
      lead={<p>{caseFile.typeName}. Só a sua unidade vê estes marcadores.</p>}
    >
      <ActResultMessage result={props.result} />
      {refusals.length > 0 ? (
        <Message kind="warning" title="Os marcadores não podem ser mudados agora">
          {refusals.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Message>
      ) : null}
      <Table
        id="marcadores"
        caption="Marcadores no processo"
        rows={on}
        rowKey={({ labelId }) => labelId}
        empty={<EmptyState title="O processo não tem marcadores" icon="label" />}
        columns={[
          {
            key: 'nome',
            header: 'Marcador',
            rowHeader: true,
            cell: ({ name, colour }) => <ColourMark colour={colour}>{name}</ColourMark>,
          },
          { key: 'texto', header: 'Texto', width: 'wide', cell: ({ text }) => text || '—' },
          {
            key: 'desde',
            header: 'Mudado',
            cell: ({ changedAt, changedBy }) => (
              <>
                <DateTime value={changedAt} now={page.now} /> por {changedBy}
              </>
            ),
          },
          {
            key: 'alterar',
            header: 'Alterar',
            headerHidden: true,
            cell: ({ labelId, name }) =>
              refusals.length > 0 ? null : (
                <Link href={`${here}/${labelId}`}>
                  Alterar ou retirar<span class="visually-hidden"> {name}</span>
                </Link>
              ),
          },
        ]}
      />
      {refusals.length > 0 ? null : (
        <Card title="Incluir marcador" icon="label">
          {props.labels.length === 0 ? (
            <NoLabels href={href} />
          ) : offered.length === 0 ? (
            <p>O processo já tem todos os marcadores em uso na unidade.</p>
          ) : (
            <Form {...props.formKeys} action={here} errors={problems}>
              <LabelFields labels={offered} typed={{ labelId: '', text: '' }} problems={problems} />
              <FormActions>
                <Button kind="primary" icon="label">
                  Incluir marcador
                </Button>
              </FormActions>
            </Form>
          )}
        </Card>
      )}
      {events.length > 0 ? (
        <Card title="Histórico dos marcadores" icon="history">
          <Timeline
            label="Histórico dos marcadores"
            events={events.map(({ id, at, kind, name, text, person }) => ({
              id,
              at,
              icon: 'label',
              text: `Marcador ${name} ${deeds[kind]}${text ? `: ${text}` : '.'}`,
              actor: person,
            }))}
          />
        </Card>
      ) : null}
    </Shell>
  )
}

interface ChangeLabellingPageProps extends Omit<ChosenPageProps, 'caseFiles'> {
  readonly caseFile: CaseFile
  readonly labelling: LabellingRow
  readonly text: string
}

/** The text of one label on one case file, or its removal. */
export function ChangeLabellingPage(props: ChangeLabellingPageProps) {
  const { page, href, caseFile, labelling, problems } = props
  const all = href(`/processos/${caseFile.digits}/marcadores`)
  const title = `Marcador ${labelling.name}`
  return (
    <Shell
      page={page}
      title={`${title} – ${caseFile.number}`}
      heading={title}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: caseFile.number, href: href(`/processos/${caseFile.digits}`) },
        { label: 'Marcadores', href: all },
        { label: title },
      ]}
    >
      <Form {...props.formKeys} action={`${all}/${labelling.labelId}`} errors={problems}>
        <TextArea
          name="texto"
          label="Texto (opcional)"
          hint="Só a sua unidade o lê."
          rows={4}
          maxLength={longestLabellingText}
          value={props.text}
          error={errorOf(problems, 'texto')}
        />
        <FormActions>
          <Button kind="primary" icon="check" name="acao" value="alterar">
            Salvar texto
          </Button>
          <Button icon="remove" name="acao" value="retirar">
            Retirar do processo
          </Button>
          <LinkButton kind="quiet" href={all}>
            Voltar aos marcadores
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
