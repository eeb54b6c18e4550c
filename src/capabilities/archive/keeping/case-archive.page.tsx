import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  CheckboxList,
  DateField,
  DateTime,
  Day,
  DescriptionList,
  Form,
  LinkButton,
  Message,
  type PageContext,
  Select,
  Shell,
  Stack,
  TextArea,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { archiveTitle, Keeping, phaseNames, Signing } from '../filing/filing.page.tsx'
import type { ClassChoice } from '../filing/filing.queries.ts'
import type { KeptRow } from '../kept.queries.ts'
import { termOf } from '../terms/term.rules.ts'
import { explainTerm } from '../terms/term.text.ts'

export interface CaseArchiveProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly kept: KeptRow
  readonly today: LocalDate
  readonly may: { readonly file: boolean; readonly appraise: boolean; readonly hold: boolean }
  readonly classes: readonly ClassChoice[]
  readonly capacities: readonly string[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  /** Whose form the problems are of. */
  readonly tried: string
}

/** How an archived case file is kept, why so long, and what may be done about it here. */
export function CaseArchivePage(props: CaseArchiveProps) {
  const { page, href, kept, problems, may } = props
  const title = `Arquivo do processo ${kept.number}`
  const inUnit = kept.keptHere && kept.eliminatedBy === null
  return (
    <Shell
      page={page}
      title={title}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        ...(may.file ? [{ label: archiveTitle, href: href('/arquivo?situacao=arquivados') }] : []),
        { label: title },
      ]}
      headingActions={<LinkButton href={href(`/processos/${kept.digits}`)}>Ver o processo</LinkButton>}
    >
      <Stack gap="large">
        {kept.eliminatedBy ? (
          <Message kind="info" title="Conteúdo eliminado">
            <p>
              O conteúdo deste processo foi eliminado pelo termo nº {kept.eliminatedBy}. Ficam os dados, a árvore e o
              histórico.
            </p>
          </Message>
        ) : null}
        <Facts {...props} />
        {may.file && inUnit ? <Unarchiving {...props} /> : null}
        {may.hold && kept.eliminatedBy === null ? <Hold {...props} /> : null}
        {may.appraise && inUnit ? <Appraisal {...props} /> : null}
        {may.appraise && inUnit ? <Moves {...props} /> : null}
      </Stack>
    </Shell>
  )
}

function Facts({ kept, today }: CaseArchiveProps) {
  const term = termOf(kept)
  return (
    <Card title="Guarda" icon="archive" id="guarda">
      <DescriptionList
        items={[
          { term: 'Situação', description: <Keeping row={kept} today={today} /> },
          { term: 'Prazo', description: explainTerm(term) },
          {
            term: 'Classes',
            description: kept.classes.map(({ code, description }) => `${code} ${description}`).join('; ') || 'Nenhuma',
          },
          { term: 'Concluído em', description: <Day value={kept.concludedOn} /> },
          { term: 'Fase', description: `${phaseNames[kept.phase]}, na unidade ${kept.unitAcronym}` },
          {
            term: 'Arquivado',
            description: (
              <>
                <DateTime value={kept.filedAt} />, por {kept.filedByName}, {kept.filedUnitAcronym}. {kept.justification}
              </>
            ),
          },
          ...kept.events.map(({ name, on }) => ({ term: `Fato: ${name}`, description: <Day value={on} /> })),
        ]}
      />
    </Card>
  )
}

function Hold(props: CaseArchiveProps) {
  const { kept } = props
  const held = kept.heldFor !== null
  return (
    <Card title={held ? 'Destinação suspensa' : 'Suspender a destinação'} icon="pause" id="suspensao">
      {held ? (
        <p>
          Desde <DateTime value={kept.heldSince ?? new Date(0)} />, por {kept.heldBy}. Motivo: {kept.heldFor}
        </p>
      ) : (
        <p>
          Para o que se discute em juízo ou é investigado. Enquanto estiver suspensa, nada do processo é eliminado,
          mesmo que o prazo termine ou ele esteja listado.
        </p>
      )}
      <ActForm {...props} act={held ? 'suspensao-da-destinacao/remocao' : 'suspensao-da-destinacao'}>
        {(bound) => (
          <>
            <TextArea {...bound.text('motivo_suspensao')} label="Motivo" required rows={2} maxLength={500} />
            <Button icon={held ? 'play' : 'pause'}>{held ? 'Encerrar a suspensão' : 'Suspender a destinação'}</Button>
          </>
        )}
      </ActForm>
    </Card>
  )
}

function Appraisal(props: CaseArchiveProps) {
  const { kept, classes } = props
  const waited = [...new Set(kept.classes.flatMap(({ termEvent }) => (termEvent ? [termEvent] : [])))].filter(
    (name) => !kept.events.some((event) => event.name === name),
  )
  const own = new Set(kept.classes.map(({ id }) => id))
  return (
    <Card title="Classes e prazo" icon="edit" id="avaliacao">
      <Stack gap="large">
        {waited.length > 0 ? (
          <ActForm {...props} act="fato-gerador">
            {(bound) => (
              <>
                <Select
                  {...bound.text('fato')}
                  label="Fato que inicia o prazo"
                  required
                  options={waited.map((name) => ({ value: name, label: name }))}
                />
                <DateField {...bound.text('dia_fato')} label="Aconteceu em" required />
                <Button icon="calendar">Registrar o fato</Button>
              </>
            )}
          </ActForm>
        ) : null}
        {kept.events.map(({ id, name }) => (
          <ActForm key={id} {...props} act="fato-gerador/retirada">
            {() => (
              <>
                <input type="hidden" name="registro" value={id} />
                <Button icon="undo">{`Retirar o registro: ${name}`}</Button>
              </>
            )}
          </ActForm>
        ))}
        <ActForm {...props} act="reclassificacao">
          {(bound) => (
            <>
              <CheckboxList
                {...bound.list('classes_atuais')}
                values={props.tried === 'reclassificacao' ? bound.list('classes_atuais').values : [...own]}
                label="Classes do processo"
                hint="Desmarque as que não servem. Se ficar mais de uma, vale o prazo mais longo."
                options={kept.classes.map(({ id, code, description }) => ({
                  value: id,
                  label: `${code} ${description}`,
                }))}
              />
              <Select
                {...bound.text('classe_nova')}
                label="Outra classe (opcional)"
                emptyLabel="Nenhuma"
                options={classes.filter(({ id }) => !own.has(id)).map(({ id, label }) => ({ value: id, label }))}
              />
              <Button icon="label">Reclassificar</Button>
            </>
          )}
        </ActForm>
      </Stack>
    </Card>
  )
}

function Moves(props: CaseArchiveProps) {
  const { kept } = props
  return (
    <Card title="Fase" icon="send" id="fase">
      <Stack gap="large">
        {kept.phase === 'current' ? (
          <ActForm {...props} act="transferencia">
            {() => (
              <>
                <p>
                  Na fase intermediária, quem guarda o processo é a unidade de arquivo do órgão, até o fim do prazo.
                </p>
                <Button icon="send">Transferir à fase intermediária</Button>
              </>
            )}
          </ActForm>
        ) : null}
        {kept.phase !== 'permanent' ? (
          <ActForm {...props} act="recolhimento">
            {() => (
              <>
                <p>Na guarda permanente, o processo fica no arquivo do órgão e não pode ser eliminado.</p>
                <Button icon="archive">Recolher à guarda permanente</Button>
              </>
            )}
          </ActForm>
        ) : null}
        {kept.phase !== 'current' ? (
          <ActForm {...props} act="devolucao-do-arquivo">
            {(bound) => (
              <>
                <TextArea
                  {...bound.text('motivo_devolucao')}
                  label="Motivo da devolução"
                  required
                  rows={2}
                  maxLength={500}
                />
                <Button icon="return">{`Devolver ao arquivo de ${kept.filedUnitAcronym}`}</Button>
              </>
            )}
          </ActForm>
        ) : null}
      </Stack>
    </Card>
  )
}

function Unarchiving(props: CaseArchiveProps) {
  return (
    <Card title="Desarquivar" icon="reopen" id="desarquivamento">
      <p>
        O processo volta à mesa da unidade, com um Termo de Desarquivamento. O prazo conta de novo da próxima conclusão.
      </p>
      <ActForm {...props} act="desarquivamento">
        {(bound) => (
          <>
            <TextArea {...bound.text('motivo')} label="Motivo" required rows={2} maxLength={500} />
            <Signing bound={bound} capacities={props.capacities} />
            <Button icon="reopen">Desarquivar processo</Button>
          </>
        )}
      </ActForm>
    </Card>
  )
}

function ActForm(
  props: CaseArchiveProps & {
    act: string
    children: (bound: ReturnType<typeof bindFields>) => preact.ComponentChildren
  },
) {
  const { formKeys, href, kept, act, tried } = props
  const mine = tried === act
  const problems = mine ? props.problems : []
  return (
    <Form {...formKeys} action={href(`/processos/${kept.digits}/${act}`)} errors={problems}>
      {props.children(bindFields(mine ? props.fields : {}, problems))}
    </Form>
  )
}
