import {
  Day,
  formatDate,
  Highlighted,
  Icon,
  type IconName,
  LevelTag,
  Pagination,
  RecognizedText,
  Tag,
} from '../../../ui/index.ts'
import type { Found } from './find.ts'

/** One page of results, and where its links lead: inside, or on the public face. */
export interface ResultsProps {
  readonly found: readonly Found[]
  /** From 1. */
  readonly page: number
  readonly pageCount: number
  /** How many there are, in words. */
  readonly total: string
  readonly href: {
    readonly document: (number: string) => string
    readonly caseFile: (digits: string) => string
    readonly page: (page: number) => string
  }
}

/** One page of results: name, where it stands, by whom and when, and the words in which it was found (PES-008). */
export function Results({ found, page, pageCount, total, href }: ResultsProps) {
  return (
    <section class="results" aria-labelledby="titulo-dos-resultados">
      <h2 class="results__title" id="titulo-dos-resultados">
        {total}
      </h2>
      <ol class="results__list" start={(page - 1) * resultsOfPage + 1}>
        {found.map((one) => (
          <li class="result" key={`${one.kind} ${one.id}`}>
            {one.kind === 'document' ? (
              <DocumentResult found={one} href={href} />
            ) : (
              <CaseResult found={one} href={href} />
            )}
          </li>
        ))}
      </ol>
      <Pagination label="resultados da pesquisa" page={page} pageCount={pageCount} href={href.page} />
    </section>
  )
}

/** How many results stand on a page. */
export const resultsOfPage = 20

type Of<Kind extends Found['kind']> = { found: Extract<Found, { kind: Kind }>; href: ResultsProps['href'] }

function DocumentResult({ found, href }: Of<'document'>) {
  const name = [found.typeName, found.typeNumber, found.treeName].filter(Boolean).join(' ')
  return (
    <>
      <h3 class="result__name">
        <Icon name={iconOf(found)} label={wordOf(found)} />
        <a href={href.document(found.number)}>
          {name} ({found.number})
        </a>
        {found.isDraft ? <Tag icon="draft">Minuta</Tag> : null}
        <LevelTag level={found.level} unlessPublic />
      </h3>
      <p class="result__place">
        Processo <a href={href.caseFile(found.caseDigits)}>{found.caseNumber}</a> · {found.caseTypeName}
      </p>
      {found.description ? <p class="result__words">{found.description}</p> : null}
      <Words found={found} />
      <p class="result__facts">
        {[`${found.agencyAcronym}/${found.unitAcronym}`, found.createdByName, ''].filter(namedOrLast).join(' · ')}
        <Day value={found.createdAt} />
        {found.datedOn === dayOf(found.createdAt) ? null : ` · documento de ${formatDate(found.datedOn)}`}
      </p>
    </>
  )
}

function CaseResult({ found, href }: Of<'case'>) {
  return (
    <>
      <h3 class="result__name">
        <Icon name="caseFile" label="Processo " />
        <a href={href.caseFile(found.digits)}>{found.number}</a>
        <LevelTag level={found.level} unlessPublic />
      </h3>
      <p class="result__place">{found.typeName}</p>
      <Words found={found} />
      {found.parties.length > 0 ? <p class="result__words">Interessados: {found.parties.join(', ')}</p> : null}
      <p class="result__facts">
        {[`${found.agencyAcronym}/${found.unitAcronym}`, found.openedByName, ''].filter(namedOrLast).join(' · ')}
        <Day value={found.openedAt} />
      </p>
    </>
  )
}

/** The public face does not say who; the place of the date stays. */
function namedOrLast(part: string, place: number, parts: readonly string[]): boolean {
  return part !== '' || place === parts.length - 1
}

function Words({ found }: { found: Found }) {
  if (found.snippet.length === 0) return null
  return (
    <p class="result__words">
      <Highlighted parts={found.snippet} />
      {found.kind === 'document' && found.isRecognized ? <RecognizedText /> : null}
    </p>
  )
}

function iconOf({ documentKind, extension }: Extract<Found, { kind: 'document' }>): IconName {
  if (documentKind === 'authored') return 'document'
  return extension === 'pdf' ? 'pdf' : 'attach'
}

function wordOf({ documentKind }: Extract<Found, { kind: 'document' }>): string {
  return documentKind === 'authored' ? 'Documento ' : 'Documento externo '
}

function dayOf(moment: Date): string {
  return formatDate(moment).split('/').reverse().join('-')
}
