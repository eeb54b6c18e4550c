import {
  Card,
  CopyButton,
  type Crumb,
  DateTime,
  DescriptionList,
  formatCount,
  LinkButton,
  Message,
  type PageContext,
  PublicShell,
  Shell,
} from '../../ui/index.ts'
import type { PublishedHead } from './log-head.ts'
import { tellChainOf } from './stamp-chains.text.ts'
import type { StampFacts } from './stamp-chains.ts'

interface ReceiptPageProps {
  readonly page: PageContext
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  /** Why there is none. */
  readonly problem: string | undefined
  readonly downloadHref: string
  readonly contentHref: string
  readonly isFile: boolean
  readonly backHref: string
}

/** The receipt of a document, and what to do with it. */
export function ReceiptPage(props: ReceiptPageProps) {
  return (
    <Shell
      page={props.page}
      title="Comprovante"
      width="text"
      breadcrumb={props.breadcrumb}
      lead={`Prova, fora do Carimbo e por muitos anos, o que foi guardado em ${props.label}.`}
    >
      {props.problem ? (
        <Message kind="warning" title="Ainda não há comprovante">
          <p>{props.problem}</p>
        </Message>
      ) : (
        <>
          <p>
            O comprovante é um arquivo pequeno. Traz {props.isFile ? 'o resumo do arquivo' : 'o texto que foi assinado'}
            , as assinaturas, e a prova de que tudo estava no registro desta instalação, com a assinatura dela. Guarde-o
            junto do documento.
          </p>
          <p>
            <LinkButton kind="primary" href={props.downloadHref} icon="download">
              Baixar o comprovante
            </LinkButton>{' '}
            {props.isFile ? (
              <LinkButton href={props.contentHref} icon="download">
                Baixar o arquivo
              </LinkButton>
            ) : null}
          </p>
        </>
      )}
      <HowToVerify />
      <p>
        <LinkButton kind="quiet" href={props.backHref}>
          Voltar ao documento
        </LinkButton>
      </p>
    </Shell>
  )
}

/** To a visitor who asked for one too early. */
export function NoReceiptPage({ page, problem, backHref }: { page: PageContext; problem: string; backHref: string }) {
  return (
    <PublicShell page={page} title="Comprovante" hidden breadcrumb={[{ label: 'Comprovante' }]}>
      <Message kind="warning" title="Ainda não há comprovante">
        <p>{problem}</p>
      </Message>
      <p>
        <LinkButton href={backHref}>Voltar ao documento</LinkButton>
      </p>
    </PublicShell>
  )
}

/** The log in public: its key, its last head, and the verifier. */
export function LogPage({
  page,
  head,
  stamp,
}: {
  readonly page: PageContext
  readonly head: PublishedHead | undefined
  readonly stamp: StampFacts | undefined
}) {
  return (
    <PublicShell
      page={page}
      title="Registro e verificador"
      breadcrumb={[{ label: 'Registro e verificador' }]}
      lead={
        <p>
          Tudo o que se assina, recebe ou decide aqui entra num registro que só cresce. A cada poucos segundos a
          instalação assina a sua situação, e qualquer pessoa pode provar depois que nada foi mudado.
        </p>
      }
    >
      {head ? (
        <Card title="Chave do registro" icon="key" id="chave">
          <DescriptionList
            items={[
              { term: 'Impressão digital', description: <code class="digest">{head.fingerprint}</code> },
              {
                term: 'Chave pública',
                description: (
                  <>
                    <code class="digest">{head.publicKey}</code>{' '}
                    <CopyButton text={head.publicKey} what="a chave pública" />
                  </>
                ),
              },
              {
                term: 'Última cabeça assinada',
                description: (
                  <>
                    {formatCount(head.size, 'selo', 'selos')}, <DateTime value={head.at} />
                  </>
                ),
              },
              ...(stamp
                ? [
                    {
                      term: 'Último carimbo do tempo',
                      description: (
                        <>
                          {stamp.authority}, <DateTime value={stamp.at} />. {tellChainOf(stamp)}
                        </>
                      ),
                    },
                  ]
                : []),
            ]}
          />
          <p>Anote a impressão digital: um comprovante só é desta instalação se a chave dele tiver a mesma.</p>
          <p>
            <LinkButton href="/registro/cabeca" icon="download">
              Baixar a última cabeça
            </LinkButton>
          </p>
        </Card>
      ) : (
        <Message kind="info">
          <p>O registro ainda está vazio: nada foi assinado nem recebido.</p>
        </Message>
      )}
      <HowToVerify />
    </PublicShell>
  )
}

function HowToVerify() {
  return (
    <Card title="Conferir um comprovante" icon="compare" id="verificador">
      <div class="prose">
        <ol>
          <li>
            Instale o Node 18 ou mais novo e baixe o verificador, um arquivo só, que não usa a internet nem depende
            deste endereço.
          </li>
          <li>
            Abra um terminal na pasta e escreva: <code>node verificador.mjs comprovante.json</code>
          </li>
          <li>
            Para comparar também o arquivo que você tem, escreva o nome dele depois do comprovante. O verificador diz,
            linha por linha, o que confere, o que não confere e o que ele não pode provar.
          </li>
        </ol>
      </div>
      <p>
        <LinkButton href="/verificador.mjs" icon="download">
          Baixar o verificador
        </LinkButton>
      </p>
    </Card>
  )
}
