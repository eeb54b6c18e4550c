import {
  Card,
  DateTime,
  Day,
  type Description,
  DescriptionList,
  EmptyState,
  formatCount,
  Link,
  LinkButton,
  Message,
  StatusTag,
  Tag,
} from '../../ui/index.ts'
import { type CaseFile, isPriority, priorities } from '../cases/index.ts'
import { type Document, documentLabel } from '../documents/index.ts'
import { GuidesOfType, type ReleasedGuide } from '../guides/index.ts'
import type { DeskPlace } from '../routing/index.ts'

interface LinkedCaseFile {
  readonly number: string
  readonly digits: string
  /** Null where only the number may be known. */
  readonly typeName: string | null
}

export interface CaseSummaryProps {
  readonly caseFile: CaseFile
  readonly href: (path: string) => string
  readonly now: Date
  readonly today: string
  readonly places: readonly DeskPlace[]
  readonly interested: readonly { readonly id: string; readonly name: string }[]
  readonly classes: readonly { readonly code: string; readonly description: string }[]
  readonly observations: readonly { readonly unitAcronym: string; readonly text: string; readonly isOurs: boolean }[]
  readonly related: readonly LinkedCaseFile[]
  readonly annexed: readonly LinkedCaseFile[]
  readonly suspension: { readonly reason: string; readonly since: Date; readonly unitAcronym: string } | undefined
  readonly unsigned: readonly Document[]
  readonly documentCount: number
  /** A signature bundle has brought a document of it here. */
  readonly readsByBundle: boolean
  readonly mayInclude: boolean
  readonly guides: readonly ReleasedGuide[]
}

/** What a person needs to know of a case file at a glance: where it is, with whom, since when, and what is pending. */
export function CaseSummary(props: CaseSummaryProps) {
  const { caseFile, href } = props
  return (
    <>
      <Reach caseFile={caseFile} href={href} readsByBundle={props.readsByBundle} />
      {props.suspension ? (
        <Message kind="warning" title="Processo sobrestado">
          <p>
            Desde <DateTime value={props.suspension.since} />, por {props.suspension.unitAcronym}. Motivo:{' '}
            {props.suspension.reason}
          </p>
        </Message>
      ) : null}
      <WhereItIs {...props} />
      <Pending {...props} />
      {props.documentCount === 0 ? (
        <EmptyState
          title="O processo ainda não tem documentos"
          icon="document"
          action={
            props.mayInclude ? (
              <LinkButton href={href(`/processos/${caseFile.digits}/documentos/novo`)} kind="primary" icon="plus">
                Incluir o primeiro documento
              </LinkButton>
            ) : undefined
          }
        >
          Elabore um documento aqui mesmo ou inclua arquivos do seu computador.
        </EmptyState>
      ) : null}
      <Card title="Dados do processo" icon="caseFile">
        <DescriptionList items={dataItems(props)} />
      </Card>
      <GuidesOfType guides={props.guides} href={href} />
      <Linked title="Processos anexados" items={props.annexed} href={href} />
      <Linked title="Processos relacionados" items={props.related} href={href} />
    </>
  )
}

function Reach({ caseFile, href, readsByBundle }: Pick<CaseSummaryProps, 'caseFile' | 'href' | 'readsByBundle'>) {
  const { annexedToNumber, annexedToDigits } = caseFile
  if (annexedToNumber) {
    return (
      <Message kind="info" title="Processo anexado">
        <p>
          Ele tramita com{' '}
          {annexedToDigits ? (
            <>
              o processo <Link href={href(`/processos/${annexedToDigits}`)}>{annexedToNumber}</Link>
            </>
          ) : (
            'um processo sigiloso'
          )}
          . Aqui só se consulta.
        </p>
      </Message>
    )
  }
  if (caseFile.reach === 'number-only') {
    return (
      <Message kind="info" title="Processo restrito">
        {readsByBundle ? (
          <p>Sua unidade não recebeu este processo: ela o lê enquanto tem o bloco de assinatura em que ele está.</p>
        ) : (
          <p>Sua unidade não recebeu este processo: você vê a lista de documentos e o histórico, mas não o conteúdo.</p>
        )}
      </Message>
    )
  }
  return null
}

function WhereItIs({ places, caseFile, today, now }: CaseSummaryProps) {
  if (places.length === 0) {
    return (
      <Message kind="info">
        <p>
          {caseFile.state === 'annexed'
            ? 'Este processo segue junto com aquele a que foi anexado.'
            : caseFile.state === 'archived'
              ? 'O processo está arquivado: foi concluído em todas as unidades por onde passou e pode ser consultado.'
              : 'O processo não está aberto em nenhuma unidade: foi concluído em todas por onde passou.'}
        </p>
      </Message>
    )
  }
  return (
    <Card title="Onde o processo está" icon="unit">
      <ul class="places">
        {places.map((place) => (
          <li key={place.unitAcronym}>
            <strong>{place.unitAcronym}</strong> <span class="secondary">{place.unitName}</span>{' '}
            {place.receivedAt ? (
              <>
                desde <DateTime value={place.since} now={now} />
              </>
            ) : (
              <Tag tone="danger" icon="mail">
                Enviado, ainda não aberto
              </Tag>
            )}
            {place.assignedToName ? <> · atribuído a {place.assignedToName}</> : null}
            {place.returnDue ? (
              <>
                {' '}
                <StatusTag tone={place.returnDue < today ? 'danger' : 'warning'} icon="return">
                  Devolver até <Day value={place.returnDue} />
                </StatusTag>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What the unit has still to sign; once the case file has left, that it went unsigned. */
function Pending({ unsigned, href, caseFile }: CaseSummaryProps) {
  if (unsigned.length === 0) return null
  const count = formatCount(unsigned.length, 'documento ainda não assinado', 'documentos ainda não assinados')
  return (
    <Card title={caseFile.holding ? 'Pendente nesta unidade' : 'Ficou sem assinatura'} icon="sign">
      <p>{caseFile.holding ? `${count}:` : `O processo já não está nesta unidade, que deixou ${count}:`}</p>
      <ul class="places">
        {unsigned.slice(0, 10).map((document) => (
          <li key={document.number}>
            <Link href={href(`/documentos/${document.number}`)}>{documentLabel(document)}</Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function dataItems(props: CaseSummaryProps): Description[] {
  const { caseFile, classes, interested, observations } = props
  return [
    { term: 'Tipo', description: caseFile.typeName },
    { term: 'Especificação', description: caseFile.summary || '—' },
    { term: 'Interessados', description: interested.map(({ name }) => name).join('; ') || '—' },
    ...(isPriority(caseFile.priority ?? '')
      ? [{ term: 'Prioridade', description: priorities[caseFile.priority as keyof typeof priorities] }]
      : []),
    { term: 'Classificação', description: classes.map((one) => `${one.code} ${one.description}`).join('; ') || '—' },
    { term: 'Autuação', description: <Day value={caseFile.filedOn} /> },
    { term: 'Aberto por', description: `${caseFile.openedBy}, em ${caseFile.unitAcronym} (${caseFile.agencyAcronym})` },
    ...observations.map(({ unitAcronym, text, isOurs }) => ({
      term: isOurs ? 'Observações desta unidade' : `Observações de ${unitAcronym}`,
      description: text,
    })),
  ]
}

function Linked({
  title,
  items,
  href,
}: {
  title: string
  items: CaseSummaryProps['related']
  href: (path: string) => string
}) {
  if (items.length === 0) return null
  return (
    <Card title={title} icon="link">
      <ul>
        {items.map(({ number, digits, typeName }) => (
          <li key={digits}>
            <Link href={href(`/processos/${digits}`)}>{number}</Link>{' '}
            {typeName ? <span class="secondary">{typeName}</span> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
