import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  type Crumb,
  DateField,
  errorOf,
  FileField,
  Form,
  FormActions,
  formatBytes,
  Icon,
  LinkButton,
  Message,
  type PageContext,
  Select,
  Shell,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { DocumentStyle } from '../document-style.page.tsx'
import { LevelFields } from '../level/level-fields.page.tsx'
import type { IncludeTyped } from './include-files.form.ts'
import type { FileOffer, UploadOffer } from './offer-upload.ts'
import { OriginFields } from './origin-fields.page.tsx'
import type { ReceivedFile } from './receive-files.ts'

export interface IncludeFilesPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly offer: UploadOffer
  readonly typed: IncludeTyped
  /** Sent before, waiting or refused. */
  readonly received: readonly ReceivedFile[]
  readonly problems: readonly { readonly field?: string; readonly message: string }[]
  /** How many went in while others were refused. */
  readonly includedCount: number
  readonly today: string
  readonly action: string
  /** Where the island sends each file by itself. */
  readonly receiveHref: string
  readonly backHref: string
}

/** Files from outside, many at once, with what is said of them. */
export function IncludeFilesPage(props: IncludeFilesPageProps) {
  const { offer, typed, today } = props
  const problems = props.problems.map((problem) => ({ ...problem, field: problem.field ?? '' }))
  const waiting = props.received.filter(({ problem }) => problem === undefined)
  const refused = props.received.filter(({ problem }) => problem !== undefined)
  return (
    <Shell
      page={props.page}
      title="Incluir documentos externos"
      breadcrumb={props.breadcrumb}
      width="text"
      hasErrors={problems.length > 0 || refused.length > 0}
      islands={['upload.js']}
    >
      <DocumentStyle page={props.page} />
      <Result includedCount={props.includedCount} refused={refused} />
      <Form {...props.formKeys} action={props.action} errors={props.problems} multipart id="envio">
        <div data-envio-url={props.receiveHref}>
          <FileField
            name="arquivos"
            label={waiting.length > 0 ? 'Mais arquivos' : 'Arquivos'}
            multiple
            focused={problems.length === 0 && waiting.length === 0}
            accept={offer.accept}
            limits={limitsOf(offer)}
            error={errorOf(problems, 'arquivos')}
          />
          <WaitingFiles files={waiting} />
        </div>
        <Select
          name="tipo"
          label="Tipo do documento"
          required
          emptyLabel="Escolha o tipo"
          value={typed.typeId}
          options={typeOptions(offer)}
          error={errorOf(problems, 'tipo')}
        />
        <TextField
          name="numero"
          label="Número do documento"
          hint="O que está escrito nele, se houver: 123/2026. Só para um arquivo de cada vez."
          maxLength={40}
          width="short"
          value={typed.typeNumber}
          error={errorOf(problems, 'numero')}
        />
        <DateField
          name="data"
          label="Data do documento"
          hint="A que está escrita nele; até hoje."
          required
          max={today}
          value={typed.datedOn}
          error={errorOf(problems, 'data')}
        />
        <OriginFields offer={offer} typed={typed} problems={problems} />
        <TextArea
          name="descricao"
          label="Descrição"
          rows={2}
          maxLength={500}
          value={typed.description}
          error={errorOf(problems, 'descricao')}
        />
        <TextField
          name="nome_na_arvore"
          label="Nome na árvore"
          hint="Poucas palavras, ao lado do tipo, na lista de documentos do processo (a árvore). Em branco, com vários arquivos, cada documento leva o nome do seu arquivo."
          maxLength={60}
          value={typed.treeName}
          error={errorOf(problems, 'nome_na_arvore')}
        />
        <LevelFields offer={offer.levels} typed={typed} problems={problems} />
        <FormActions>
          <Button kind="primary" icon="upload">
            Incluir no processo
          </Button>
          <LinkButton kind="quiet" href={props.backHref}>
            Voltar ao processo
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

/** What came of each file of the last sending. */
export function Result({ includedCount, refused }: { includedCount: number; refused: readonly ReceivedFile[] }) {
  return (
    <>
      {includedCount > 0 ? (
        <Message kind="success" live>
          <p>{includedCount === 1 ? '1 documento incluído.' : `${includedCount} documentos incluídos.`}</p>
        </Message>
      ) : null}
      {refused.length > 0 ? (
        <Message
          kind="error"
          title={refused.length === 1 ? 'Um arquivo não entrou' : `${refused.length} arquivos não entraram`}
          live
        >
          <ul>
            {refused.map(({ id, fileName, problem }) => (
              <li key={id}>
                <strong>{fileName}</strong>: {problem}
              </li>
            ))}
          </ul>
        </Message>
      ) : null}
    </>
  )
}

/** Files that are on the server already: unchecked, they stay out. */
export function WaitingFiles({ files }: { files: readonly ReceivedFile[] }) {
  return (
    <ul class="upload-list" aria-label="Arquivos recebidos" data-recebidos>
      {files.map(({ id, fileName, sizeBytes }) => (
        <li class="upload-list__item choice" key={id}>
          <input class="choice__input" type="checkbox" name="recebido" value={id} id={`recebido-${id}`} checked />
          <label class="choice__label" for={`recebido-${id}`}>
            {fileName} <span class="secondary">({formatBytes(sizeBytes ?? 0)})</span>
          </label>
          <span class="upload-list__state">
            <Icon name="success" />
            Recebido
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What may be sent, in words. */
export function limitsOf({ permitted, limitBytes }: FileOffer): string {
  return `Aceitos: ${permitted}. Até ${formatBytes(limitBytes)} por arquivo.`
}

function typeOptions({ types }: UploadOffer) {
  const used = types.filter(({ uses }) => uses > 0).sort((a, b) => b.uses - a.uses)
  const others = types.filter(({ uses }) => uses === 0)
  const option = (group: string | undefined) => (type: { id: string; name: string }) => ({
    value: type.id,
    label: type.name,
    group,
  })
  if (used.length === 0) return types.map(option(undefined))
  return [...used.map(option('Mais usados na unidade')), ...others.map(option('Outros tipos'))]
}
