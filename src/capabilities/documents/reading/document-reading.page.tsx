import {
  Card,
  CopyButton,
  DateTime,
  Day,
  type Description,
  DescriptionList,
  Details,
  formatBytes,
  LevelTag,
  LinkButton,
  Message,
  type PageContext,
  Pen,
  ReadAloud,
} from '../../../ui/index.ts'
import { type Document, type DocumentFile, documentLabel } from '../document.ts'
import { DocumentStyle } from '../document-style.page.tsx'
import type { FileToRead } from './file-to-read.ts'
import { explainReading } from './reading.text.ts'
import { penToShow } from './tree-of.ts'
import type { WordsOfScan } from './words-of-scan.queries.ts'
import { explainWords } from './words-of-scan.text.ts'

export interface DocumentReadingProps {
  readonly page: Pick<PageContext, 'asset'>
  readonly document: Document
  /** Of an authored document: `html` of `contentToRead`. */
  readonly html?: string | undefined
  /** Of an uploaded one: `fileToRead`. */
  readonly file?: FileToRead | undefined
  /** Where the password is given that opens what is confidential (PRO-063). */
  readonly passwordHref?: string | undefined
}

/** The content of a document on a page: its text, its file in a viewer, or why it is closed. */
export function DocumentReading({ page, document, html, file, passwordHref }: DocumentReadingProps) {
  if (document.readRefusals.length > 0) return <ClosedContent document={document} passwordHref={passwordHref} />
  return (
    <article class="document-reading" id="conteudo-do-documento" aria-label={documentLabel(document)}>
      <DocumentStyle page={page} />
      {html !== undefined ? <ReadAloud page={page} /> : null}
      {html !== undefined ? (
        <div
          class="document-sheet prose"
          tabindex={-1}
          data-atalho="conteudo-do-documento"
          // Every word of it was escaped when it was made from the closed schema.
          dangerouslySetInnerHTML={{ __html: html }}
        />
      ) : null}
      {file ? <FileView file={file} label={documentLabel(document)} /> : null}
      {html === undefined && !file ? <p>Este documento não tem conteúdo para mostrar.</p> : null}
    </article>
  )
}

/** What stands in the place of a content that this person may not read: name and reason only. */
function ClosedContent({ document, passwordHref }: Pick<DocumentReadingProps, 'document' | 'passwordHref'>) {
  const onlyPassword = document.readRefusals.every(({ kind }) => kind === 'password-not-confirmed')
  return (
    <Message kind={document.state === 'cancelled' ? 'warning' : 'info'} title={closedTitle(document)}>
      {document.readRefusals.map((refusal) => (
        <p key={refusal.kind}>{explainReading(refusal, document)}</p>
      ))}
      {onlyPassword && passwordHref ? (
        <p>
          <LinkButton href={passwordHref} icon="lockOpen">
            Digitar a senha
          </LinkButton>
        </p>
      ) : null}
    </Message>
  )
}

function closedTitle({ state, eliminatedBy }: Document): string {
  if (eliminatedBy) return 'Conteúdo eliminado'
  return state === 'cancelled' ? 'Documento cancelado' : 'Conteúdo não disponível nesta unidade'
}

/** A file within the page where browsers show it, and always as a link: no viewer is the only way to read. */
export function FileView({ file, label }: { file: FileToRead; label: string }) {
  return (
    <div class="file-view">
      <div class="file-view__head">
        <span>
          {file.fileName} <span class="secondary">({`${file.kindLabel}, ${formatBytes(file.sizeBytes)}`})</span>
        </span>
        <span class="file-view__links">
          {file.show === 'download' ? null : (
            <LinkButton href={file.href} icon="external" small newTab>
              Abrir
            </LinkButton>
          )}
          <LinkButton href={file.downloadHref} icon="download" small>
            Baixar
          </LinkButton>
        </span>
      </div>
      <Viewer file={file} label={label} />
    </div>
  )
}

function Viewer({ file, label }: { file: FileToRead; label: string }) {
  switch (file.show) {
    case 'pdf':
    case 'text':
      return <iframe class="file-view__frame" src={file.href} title={`Conteúdo de ${label}`} loading="lazy" />
    case 'image':
      return <img class="file-view__image" src={file.href} alt={`Imagem do documento ${label}`} loading="lazy" />
    case 'audio':
      // biome-ignore lint/a11y/useMediaCaption: what people send in comes without captions.
      return <audio class="file-view__player" controls preload="metadata" src={file.href} aria-label={label} />
    case 'video':
      // biome-ignore lint/a11y/useMediaCaption: what people send in comes without captions.
      return <video class="file-view__player" controls preload="metadata" src={file.href} aria-label={label} />
    case 'download':
      return <p>Este tipo de arquivo não é mostrado na página. Baixe o arquivo para abri-lo no seu computador.</p>
  }
}

interface DocumentSheetProps {
  readonly document: Document
  readonly sha256?: string | undefined
  /** Of an uploaded one: `wordsOfScan`. */
  readonly words?: WordsOfScan | undefined
}

/** What is known of a document, beside its content. */
export function DocumentSheet({ document, sha256, words }: DocumentSheetProps) {
  return (
    <Card title="Dados do documento" icon="info" id="dados-do-documento">
      <DescriptionList items={sheetItems(document, sha256, words)} />
    </Card>
  )
}

function sheetItems(document: Document, sha256: string | undefined, words: WordsOfScan | undefined): Description[] {
  const { file, kind } = document
  // Where the content is closed, what describes it is too (PRO-062).
  const isOpen = document.readRefusals.length === 0
  const digest = file?.sha256 ?? sha256
  const items: readonly (Description | false | '' | undefined)[] = [
    { term: 'Tipo', description: [document.typeName, document.typeNumber].filter(Boolean).join(' ') },
    {
      term: 'Nº SEI',
      description: (
        <>
          <Copied text={document.number} what="o nº SEI" />{' '}
          <span class="secondary">o número do documento em todo o sistema</span>
        </>
      ),
    },
    isOpen && document.description !== '' && { term: 'Descrição', description: document.description },
    { term: 'Data', description: <Day value={document.datedOn} /> },
    { term: 'Unidade', description: `${document.unitAcronym} – ${document.unitName}` },
    { term: kind === 'authored' ? 'Elaborado por' : 'Incluído por', description: <Author document={document} /> },
    { term: 'Nível de acesso', description: <LevelTag level={document.level} /> },
    { term: 'Situação', description: <Situation document={document} /> },
    file && { term: 'Formato', description: originOf(file) },
    words && { term: 'Texto para a pesquisa', description: explainWords(words) },
    kind === 'authored' && document.isOurs && { term: 'Versão', description: String(document.version) },
    isOpen && digest && { term: 'Resumo SHA-256', description: <Digest document={document} digest={digest} /> },
  ]
  return items.filter((item) => typeof item === 'object')
}

/** Two digests stand on the page of a signed text; this one says which it is, and where the other stands. */
function Digest({ document, digest }: { document: Document; digest: string }) {
  const [summary, words] = document.file
    ? ['Do arquivo', 'É o resumo do arquivo, como ele foi incluído.']
    : ['Desta versão do texto', digestOfText]
  return (
    <Details summary={summary}>
      <p>
        <code class="digest">{digest}</code> <CopyButton text={digest} what="o resumo SHA-256" />
      </p>
      <p class="secondary">{words}</p>
    </Details>
  )
}

const digestOfText =
  'Serve para comparar versões: é só do texto. Para conferir um documento assinado, use o resumo do que foi assinado, que está junto das assinaturas e inclui a identificação do documento.'

function originOf({ origin, conferenceKindName }: DocumentFile): string {
  return origin === 'digitized' ? `Digitalizado (${conferenceKindName ?? ''})` : 'Nato-digital'
}

function Copied({ text, what }: { text: string; what: string }) {
  return (
    <>
      {text} <CopyButton text={text} what={what} />
    </>
  )
}

function Author({ document }: { document: Document }) {
  return (
    <>
      {document.createdByName}, <DateTime value={document.createdAt} />
      {document.file?.includedIn ? (
        <div class="secondary">
          Na unidade {document.file.includedIn}, para a unidade {document.unitAcronym}
        </div>
      ) : null}
    </>
  )
}

function Situation({ document }: { document: Document }) {
  if (document.eliminatedBy) return <>Conteúdo eliminado pelo termo nº {document.eliminatedBy}</>
  if (document.state === 'cancelled') return <>Cancelado. Motivo: {document.removalReason}</>
  const pen = penToShow(document)
  return (
    <>
      {pen === 'none' ? 'Arquivo incluído' : <Pen kind={pen} />}
      {document.lockedAt ? (
        <span class="secondary">
          {' '}
          Travado em <DateTime value={document.lockedAt} />, por {document.lockCause}.
        </span>
      ) : null}
    </>
  )
}
