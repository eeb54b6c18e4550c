import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  DateTime,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  type PageContext,
  Select,
  Shell,
  TextArea,
} from '../../../ui/index.ts'
import type { Bundle, SignalKind } from '../bundle.ts'
import { factsOf } from '../find-bundle.ts'
import type { BundleGroup } from '../groups/keep-groups.ts'
import { signalWords } from '../listing/list.form.ts'
import { refusalsToDo } from '../moves/moves.rules.ts'
import { signalNames } from '../words.text.ts'

export interface MarksPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly bundle: Bundle
  readonly groups: readonly BundleGroup[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly typed: string
  readonly problems: readonly FormError[]
}

/** With whom and in which group the unit keeps the bundle, and the marks on it. */
export function MarksPage(props: MarksPageProps) {
  const { bundle, href, problems } = props
  const facts = factsOf(bundle)
  return (
    <Shell
      page={props.page}
      title={`Atribuir e sinalizar o bloco ${bundle.number}`}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Blocos', href: href('/blocos') },
        { label: `Bloco ${bundle.number}`, href: href(`/blocos/${bundle.number}`) },
        { label: 'Atribuir e sinalizar' },
      ]}
    >
      <ErrorSummary errors={problems} />
      {refusalsToDo('file', facts).length === 0 ? <FilingForm {...props} /> : null}
      {refusalsToDo('signal', facts).length === 0 ? (
        signalWords.map(({ kind, word }) => <SignalForm {...props} kind={kind} word={word} key={kind} />)
      ) : (
        <p>Os sinais não podem mudar no estado atual do bloco.</p>
      )}
      <p>
        <LinkButton kind="quiet" href={href(`/blocos/${bundle.number}`)}>
          Voltar ao bloco
        </LinkButton>
      </p>
    </Shell>
  )
}

function FilingForm({ bundle, groups, people, href, formKeys, problems }: MarksPageProps) {
  return (
    <Card title="Nesta unidade" icon="assign" id="atribuicao">
      <Form {...formKeys} action={href(`/blocos/${bundle.number}/atribuicao`)}>
        <Select
          name="pessoa"
          label="Atribuir a"
          emptyLabel="Ninguém (remover a atribuição)"
          value={bundle.assignedTo ?? ''}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorOf(problems, 'pessoa')}
        />
        <Select
          name="grupo"
          label="Grupo"
          emptyLabel="Nenhum"
          value={bundle.groupId ?? ''}
          options={groups
            .filter(({ id, deactivated }) => !deactivated || id === bundle.groupId)
            .map(({ id, name }) => ({ value: id, label: name }))}
          error={errorOf(problems, 'grupo')}
        />
        <FormActions>
          <Button kind="primary" icon="assign">
            Salvar
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}

function SignalForm({
  bundle,
  href,
  formKeys,
  problems,
  typed,
  kind,
  word,
  page,
}: MarksPageProps & { kind: SignalKind; word: string }) {
  const set = bundle.signals.find((signal) => signal.kind === kind)
  const name = signalNames[kind]
  return (
    <Card title={name} icon={kind === 'priority' ? 'flag' : kind === 'revised' ? 'check' : 'comment'} id={word}>
      {set ? (
        <p>
          {set.text ? `“${set.text}” – ` : ''}
          {set.by}, {set.unitAcronym}, <DateTime value={new Date(set.at)} now={page.now} />
        </p>
      ) : null}
      <Form
        csrf={formKeys.csrf}
        idempotencyKey={`${formKeys.idempotencyKey}-${word}`}
        action={href(`/blocos/${bundle.number}/sinais`)}
      >
        <input type="hidden" name="sinal" value={word} />
        {kind === 'commented' ? (
          <TextArea
            name="texto"
            label="Comentário"
            rows={3}
            maxLength={500}
            value={typed || (set?.text ?? '')}
            error={errorOf(problems, 'texto')}
          />
        ) : null}
        <FormActions>
          {set && kind !== 'commented' ? null : (
            <Button name="ato" value="por" icon="flag">
              {kind === 'commented' ? 'Salvar o comentário' : `Marcar como ${name.toLowerCase()}`}
            </Button>
          )}
          {set ? (
            <Button name="ato" value="tirar" kind="quiet">
              Tirar o sinal<span class="visually-hidden"> {name}</span>
            </Button>
          ) : null}
        </FormActions>
      </Form>
    </Card>
  )
}
