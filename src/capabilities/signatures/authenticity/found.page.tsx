import type { FieldProblem } from '../../../platform/form-fields.ts'
import {
  Card,
  CopyButton,
  DateTime,
  Day,
  DescriptionList,
  ErrorSummary,
  formatBytes,
  formatDate,
  LevelTag,
  LinkButton,
  Message,
  type PageContext,
  PublicShell,
  ReadAloud,
} from '../../../ui/index.ts'
import { AuthenticityBox } from '../stamps/authenticity-box.page.tsx'
import { SignatureStamps } from '../stamps/signature-stamps.page.tsx'
import { authenticityTitle } from './authenticity.page.tsx'
import type { Authenticity, Codes, DocumentFacts, SignedState } from './check-authenticity.ts'
import { Compare, Compared, type Comparison } from './compare.page.tsx'

export interface FoundPageProps {
  readonly page: PageContext
  readonly codes: Codes
  readonly found: Authenticity
  readonly comparison: Comparison
  readonly typedDigest: string
  readonly problems: readonly FieldProblem[]
}

/** What is known of the document with these codes. */
export function FoundPage(props: FoundPageProps) {
  const { page, found, codes } = props
  return (
    <PublicShell
      page={page}
      title={authenticityTitle}
      hidden
      hasErrors={props.problems.length > 0}
      breadcrumb={[{ label: authenticityTitle, href: '/autenticidade' }, { label: `Documento ${codes.code}` }]}
    >
      {props.problems.length > 0 ? <ErrorSummary errors={props.problems} /> : null}
      <Verdict found={found} />
      {found.kind === 'shown' ? (
        <Compared comparison={props.comparison} signed={found.signed.sha256} isFile={found.file !== undefined} />
      ) : null}
      <Known {...props} />
      <p>
        <LinkButton href="/autenticidade" icon="search">
          Conferir outro documento
        </LinkButton>
      </p>
    </PublicShell>
  )
}

function Verdict({ found }: { found: Authenticity }) {
  switch (found.kind) {
    case 'cancelled':
      return (
        <Message kind="warning" title="Documento cancelado">
          <p>
            O documento {found.number} existiu, foi assinado e foi cancelado em {formatDate(found.at)}. Ele não tem mais
            efeito e o seu conteúdo não está disponível.
          </p>
          {found.reason ? <p>Motivo: {found.reason}</p> : null}
        </Message>
      )
    case 'eliminated':
      return (
        <Message kind="info" title="Conteúdo eliminado">
          <p>
            O documento {found.number} existiu e foi assinado. O seu conteúdo foi eliminado em {formatDate(found.at)},
            no fim do prazo de guarda, pelo termo de eliminação nº {found.term}.
          </p>
        </Message>
      )
    case 'deleted':
      return (
        <Message kind="warning" title="Documento excluído">
          <p>
            O documento {found.number} existiu e foi assinado, mas foi excluído
            {found.at ? ` em ${formatDate(found.at)}` : ''} pela unidade que o fez. Ele não tem efeito.
          </p>
        </Message>
      )
    case 'taken-away':
      return <Broken />
    default:
      return found.signed.condition === 'broken' ? <Broken /> : <Intact kind={found.kind} />
  }
}

function Broken() {
  return (
    <Message kind="error" title="O documento não confere">
      <p>
        Os códigos existem, mas o que está guardado não é mais o que foi assinado. Não confie neste documento e avise o
        órgão.
      </p>
    </Message>
  )
}

function Intact({ kind }: { kind: 'confidential' | 'superseded' | 'shown' }) {
  if (kind === 'superseded') {
    return (
      <Message kind="warning" title="Estes códigos são de um texto que não vale mais">
        <p>
          O documento foi assinado e depois alterado. As assinaturas abaixo eram do texto anterior e perderam o efeito.
        </p>
      </Message>
    )
  }
  return (
    <Message kind="success" title="Documento autêntico">
      <p>
        {kind === 'confidential'
          ? 'As assinaturas conferem. O documento é sigiloso: aqui aparecem somente as assinaturas.'
          : 'As assinaturas conferem com o conteúdo guardado. Compare o texto abaixo com o documento que você tem.'}
      </p>
    </Message>
  )
}

function Known(props: FoundPageProps) {
  const { found } = props
  if (
    found.kind === 'cancelled' ||
    found.kind === 'deleted' ||
    found.kind === 'taken-away' ||
    found.kind === 'eliminated'
  )
    return null
  if (found.kind === 'confidential') {
    return (
      <>
        <SignatureStamps signatures={found.signed.signatures} />
        <Digest signed={found.signed} />
      </>
    )
  }
  return (
    <>
      <Facts facts={found.facts} now={props.page.now} />
      {found.kind === 'shown' && found.hasNewer ? (
        <Message kind="info">
          <p>
            O código CRC que você informou é de antes da última assinatura. O texto é o mesmo; o código atual está
            abaixo.
          </p>
        </Message>
      ) : null}
      {found.kind === 'shown' ? <Content found={found} codes={props.codes} page={props.page} /> : null}
      <SignatureStamps signatures={found.signed.signatures} open={found.kind === 'superseded'} />
      {found.kind === 'shown' ? (
        <AuthenticityBox verification={found.signed.verification} />
      ) : (
        <Digest signed={found.signed} />
      )}
      {found.kind === 'shown' ? <Compare {...props} found={found} /> : null}
      {found.kind === 'shown' && found.signed.condition === 'intact' ? <Receipt codes={props.codes} /> : null}
    </>
  )
}

function Facts({ facts, now }: { facts: DocumentFacts; now: Date }) {
  const { publication } = facts
  return (
    <DescriptionList
      items={[
        { term: 'Documento', description: facts.label },
        { term: 'Processo', description: facts.caseNumber },
        { term: 'Unidade', description: facts.unit },
        { term: 'Data do documento', description: <Day value={facts.datedOn} /> },
        { term: 'Nível de acesso', description: <LevelTag level={facts.level} /> },
        ...(publication && publication.from <= now ? [{ term: 'Publicação', description: publication.stamp }] : []),
        ...(facts.conferenceKindName ? [{ term: 'Conferência', description: facts.conferenceKindName }] : []),
      ]}
    />
  )
}

type Shown = Extract<Authenticity, { kind: 'shown' }>

function Content({ found, codes, page }: { found: Shown; codes: Codes; page: PageContext }) {
  const codesQuery = `codigo=${codes.code}&crc=${codes.crc}`
  if (found.file) {
    return (
      <Card title="Arquivo" icon="attach" id="arquivo">
        <p>
          {found.file.fileName} <span class="secondary">({formatBytes(found.file.sizeBytes)})</span>
        </p>
        <p>
          <LinkButton href={`/autenticidade/arquivo?${codesQuery}`} icon="download">
            Baixar o arquivo
          </LinkButton>
        </p>
      </Card>
    )
  }
  if (found.html === undefined) return null
  return (
    <Card
      title="Texto assinado"
      icon="document"
      id="texto"
      actions={
        <LinkButton href={`/autenticidade/arquivo?${codesQuery}`} icon="download" small>
          Baixar os dados assinados
        </LinkButton>
      }
    >
      <ReadAloud page={page} />
      {/* Every word of it was escaped when it was made from the closed schema. */}
      <article class="document-sheet prose" dangerouslySetInnerHTML={{ __html: found.html }} />
    </Card>
  )
}

/** What lets anybody prove the document later, without this site. */
function Receipt({ codes }: { codes: Codes }) {
  return (
    <Card title="Guardar a prova" icon="shield" id="comprovante">
      <p>
        O comprovante traz o que foi assinado e a prova de que está no registro desta instalação. O verificador confere
        o comprovante no seu computador, sem a internet e sem depender deste endereço.
      </p>
      <p>
        <LinkButton href={`/autenticidade/comprovante?codigo=${codes.code}&crc=${codes.crc}`} icon="download">
          Baixar o comprovante
        </LinkButton>{' '}
        <LinkButton href="/registro" icon="shield">
          Verificador e chave do registro
        </LinkButton>
      </p>
    </Card>
  )
}

function Digest({ signed }: { signed: SignedState }) {
  const at = signed.signatures.at(-1)?.signedAt
  return (
    <DescriptionList
      items={[
        ...(at ? [{ term: 'Última assinatura', description: <DateTime value={at} /> }] : []),
        {
          term: 'Resumo SHA-256 do que foi assinado',
          description: (
            <>
              <code class="digest">{signed.sha256}</code> <CopyButton text={signed.sha256} what="o resumo SHA-256" />
            </>
          ),
        },
      ]}
    />
  )
}
