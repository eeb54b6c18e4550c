import type { ComponentChildren } from 'preact'
import { ActResultMessage } from '../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../platform/act-results/index.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  type Action,
  ActionBar,
  type ActionSection,
  CaseNumber,
  LevelTag,
  LinkButton,
  Message,
  type PageContext,
  Shell,
  Tabs,
  Tag,
  Tree,
  type TreeDocument,
  type TreeFolder,
  TwoPane,
} from '../../ui/index.ts'
import type { CaseFile } from '../cases/index.ts'

export interface CaseFrameProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly caseFile: CaseFile
  readonly tree: readonly (TreeDocument | TreeFolder)[]
  /** What may be done with what is shown: the case file or one document. */
  readonly acts: {
    readonly label: string
    readonly groups: readonly (readonly Action[])[]
    readonly more: readonly ActionSection[]
  }
  readonly tab: 'case' | 'document' | 'history' | 'search'
  readonly title: string
  readonly result?: ActResult | undefined
  readonly formKeys?: FormKeys | undefined
  /** How the quick search came straight here, if it did. */
  readonly opened?: string | undefined
  /** Shows only what passed between this unit and others, or everything again (PRO-131). */
  readonly directLine?: { readonly href: string; readonly on: boolean } | undefined
}

const stateWords = {
  normal: undefined,
  suspended: 'Sobrestado',
  annexed: 'Anexado',
  blocked: 'Bloqueado',
  archived: 'Arquivado',
} as const

/** The case file: its tree on the left, what is read on the right, the acts above it. */
export function CaseFramePage(props: CaseFrameProps & { readonly children: ComponentChildren }) {
  const { page, href, caseFile, tab } = props
  const state = stateWords[caseFile.state]
  const at = (path: string) => href(`/processos/${caseFile.digits}${path}`)
  return (
    <Shell
      page={page}
      title={props.title}
      heading={<CaseNumber number={caseFile.number} copy />}
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: `Processo ${caseFile.number}` }]}
      lead={
        <p>
          {caseFile.typeName}
          {caseFile.summary ? <span class="secondary"> · {caseFile.summary}</span> : null}{' '}
          <LevelTag level={caseFile.effectiveLevel} legalBasis={caseFile.legalBasisName ?? undefined} />{' '}
          {state ? (
            <Tag tone="warning" icon="pause">
              {state}
            </Tag>
          ) : null}
        </p>
      }
    >
      <OpenedBySearch opened={props.opened} />
      <ActResultMessage result={props.result} formKeys={props.formKeys} />
      <TwoPane
        sideLabel="Documentos do processo"
        folds={tab === 'document'}
        side={
          <>
            <DirectLine {...props.directLine} />
            <Tree
              id="arvore"
              label="Documentos do processo"
              root={{ label: caseFile.number, href: at(''), current: tab === 'case', level: caseFile.effectiveLevel }}
              items={props.tree}
              filter
            />
          </>
        }
      >
        <ActionBar {...props.acts} shortcut="barra-de-acoes" />
        {tab === 'document' ? null : (
          <Tabs
            label="Partes do processo"
            items={[
              { href: at(''), label: 'Resumo', current: tab === 'case' },
              { href: at('/historico'), label: 'Histórico', current: tab === 'history' },
              { href: at('/pesquisa'), label: 'Pesquisar aqui', current: tab === 'search' },
            ]}
          />
        )}
        {props.children}
      </TwoPane>
    </Shell>
  )
}

const openedBy: ReadonlyMap<string, string> = new Map([
  ['numero', 'Aberto pelo número pesquisado.'],
  ['unico', 'Aberto por ser o único resultado da pesquisa.'],
])

/** Whoever typed into the search and sees no results is told why. */
function OpenedBySearch({ opened = '' }: { opened?: string | undefined }) {
  const words = openedBy.get(opened)
  return words ? (
    <Message kind="info" live>
      <p>{words}</p>
    </Message>
  ) : null
}

function DirectLine({ href, on }: { href?: string; on?: boolean }) {
  if (!href) return null
  return (
    <p>
      <LinkButton small kind="quiet" icon="filter" href={href}>
        {on ? 'Mostrar todos os documentos' : 'Linha direta desta unidade'}
      </LinkButton>
    </p>
  )
}
