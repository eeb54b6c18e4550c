import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  CheckboxList,
  type Choice,
  type Crumb,
  errorOf,
  FileField,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  Message,
  type PageContext,
  Select,
  Shell,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { LevelFields, type LevelOffer, type ReceivedFile, WaitingFiles } from '../../documents/index.ts'
import { type GroupChoice, GroupPicker } from '../../groups/index.ts'
import type { EmailTyped } from './email.form.ts'

export interface EmailPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly action: string
  readonly backHref: string
  readonly senders: readonly string[]
  readonly unitAcronym: string
  readonly standardTexts: readonly { readonly id: string; readonly name: string }[]
  readonly groups: readonly GroupChoice[]
  readonly documents: readonly Choice[]
  readonly levels: LevelOffer
  readonly waiting: readonly ReceivedFile[]
  readonly typed: EmailTyped
  readonly problems: readonly FormError[]
}

/** An e-mail of the unit, written and sent from the case file. */
export function EmailPage(props: EmailPageProps) {
  const { page, typed, senders } = props
  const problems = props.problems.map((one) => ({ field: one.field ?? '', message: one.message }))
  return (
    <Shell
      page={page}
      title="Enviar correio eletrônico"
      width="text"
      breadcrumb={props.breadcrumb}
      hasErrors={problems.length > 0}
      lead="Depois de enviado, o e-mail passa a ser um documento do processo: pode ser cancelado, e não pode ser alterado."
    >
      {senders.length === 0 ? (
        <Message kind="warning" title={`A unidade ${props.unitAcronym} não tem e-mail cadastrado`}>
          <p>Sem ele a unidade não envia correio eletrônico. Peça à administração do sistema que cadastre um.</p>
          <LinkButton href={props.backHref}>Voltar ao processo</LinkButton>
        </Message>
      ) : (
        <Form {...props.formKeys} action={props.action} errors={props.problems} multipart id="correio">
          <WordsFields {...props} problems={problems} />
          {props.documents.length > 0 ? (
            <CheckboxList
              name="documento"
              label="Documentos do processo em anexo"
              hint="Documentos assinados, que vão em PDF, e arquivos, que vão como vieram. Mensagem e anexos somam até 10 MB."
              options={props.documents}
              values={[...typed.documents]}
              error={errorOf(problems, 'documento')}
            />
          ) : null}
          <FileField
            name="arquivos"
            label={props.waiting.length > 0 ? 'Mais arquivos em anexo' : 'Outros arquivos em anexo'}
            multiple
            error={errorOf(problems, 'arquivos')}
          />
          {props.waiting.length > 0 ? <WaitingFiles files={props.waiting} /> : null}
          <LevelFields offer={props.levels} typed={typed} problems={problems} />
          <FormActions>
            <Button kind="primary" icon="send" name="ato" value="enviar">
              Enviar
            </Button>
            <LinkButton kind="quiet" href={props.backHref}>
              Voltar sem enviar
            </LinkButton>
          </FormActions>
        </Form>
      )}
    </Shell>
  )
}

type WordsProps = Pick<EmailPageProps, 'senders' | 'standardTexts' | 'groups' | 'typed'> & {
  readonly problems: readonly { readonly field: string; readonly message: string }[]
}

function WordsFields({ senders, standardTexts, groups, typed, problems }: WordsProps) {
  return (
    <>
      <SenderField senders={senders} value={typed.sender} problems={problems} />
      <TextArea
        name="para"
        label="Para"
        hint="Um ou mais endereços, separados por vírgula ou em linhas. Todos veem a lista dos destinatários."
        rows={2}
        required
        value={typed.recipients}
        error={errorOf(problems, 'para')}
      />
      <GroupPicker groups={groups} label="Grupo de e-mails" error={errorOf(problems, 'grupo_de_destino')} />
      <TextField
        name="assunto"
        label="Assunto"
        required
        maxLength={200}
        width="full"
        value={typed.subject}
        error={errorOf(problems, 'assunto')}
      />
      {standardTexts.length > 0 ? (
        <>
          <Select
            name="texto_padrao"
            label="Texto padrão"
            hint="O texto escolhido passa a ser a mensagem, no lugar do que estiver escrito."
            emptyLabel="Nenhum"
            value={typed.standardTextId}
            options={standardTexts.map(({ id, name }) => ({ value: id, label: name }))}
            error={errorOf(problems, 'texto_padrao')}
          />
          <p>
            <Button name="ato" value="texto" icon="book">
              Usar este texto
            </Button>
          </p>
        </>
      ) : null}
      <TextArea
        name="mensagem"
        label="Mensagem"
        rows={10}
        required
        maxLength={20_000}
        width="full"
        value={typed.message}
        error={errorOf(problems, 'mensagem')}
      />
    </>
  )
}

/** From which of the unit's addresses: the first one, unless another is chosen. */
export function SenderField({
  senders,
  value,
  problems,
}: {
  readonly senders: readonly string[]
  readonly value: string
  readonly problems: readonly { readonly field: string; readonly message: string }[]
}) {
  return (
    <Select
      name="de"
      label="De"
      required
      value={value || senders[0]}
      options={senders.map((address) => ({ value: address, label: address }))}
      error={errorOf(problems, 'de')}
    />
  )
}
