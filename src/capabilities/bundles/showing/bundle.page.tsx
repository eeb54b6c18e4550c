import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  type Action,
  ActionBar,
  DateTime,
  DescriptionList,
  EmptyState,
  formatCount,
  Link,
  Message,
  type PageContext,
  Shell,
} from '../../../ui/index.ts'
import type { Bundle } from '../bundle.ts'
import { Destinations, SignalTags, SignBy, StateTag } from '../bundle-parts.page.tsx'
import { factsOf } from '../find-bundle.ts'
import type { BundleItem } from '../items/items-of.ts'
import { type BundleAct, type Move, refusalsToDo } from '../moves/moves.rules.ts'
import { kindNames, kindWords } from '../words.text.ts'
import { ItemTable } from './item-table.page.tsx'
import { SelectionLinks } from './selection-links.page.tsx'

export interface BundlePageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly bundle: Bundle
  readonly items: readonly BundleItem[]
  /** Ids of the items that stand marked. */
  readonly marked: ReadonlySet<string>
  readonly maySign: boolean
  readonly result: ActResult | undefined
  readonly problem: string | undefined
  readonly today: string
}

/** A bundle with what is in it, and what may be done with it now. */
export function BundlePage(props: BundlePageProps) {
  const { page, href, bundle, items } = props
  const may = (act: Move | BundleAct) => refusalsToDo(act, factsOf(bundle)).length === 0
  const title = `${kindNames[bundle.kind]} ${bundle.number}`
  return (
    <Shell
      page={page}
      title={title}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Blocos', href: href(`/blocos?tipo=${kindWords[bundle.kind].word}`) },
        { label: `Bloco ${bundle.number}` },
      ]}
      hasErrors={props.problem !== undefined}
    >
      <ActResultMessage result={props.result} />
      {props.problem ? (
        <Message kind="error" live>
          <p>{props.problem}</p>
        </Message>
      ) : null}
      <ActionBar
        label="Ações do bloco"
        groups={groupsOfActs(props, may)}
        more={[{ heading: 'Bloco', actions: moreActs(props, may) }]}
      />
      <Facts {...props} />
      {bundle.kind === 'signature' && items.length > 0 && may('sign') ? <SelectionLinks {...props} /> : null}
      <form id="selecao" method="get" action={href(`/blocos/${bundle.number}/assinatura`)} />
      <ItemTable {...props} mayAnnotate={may('annotate')} />
      {items.length === 0 ? (
        <EmptyState title="Bloco vazio" icon="bundle">
          {bundle.kind === 'signature'
            ? 'Inclua documentos pela página de cada um, ou minutas de vários processos a partir da mesa.'
            : 'Inclua processos pela página de cada um, ou vários a partir da mesa.'}
        </EmptyState>
      ) : (
        <p class="secondary">{formatCount(items.length, 'item', 'itens')}</p>
      )}
    </Shell>
  )
}

type May = (act: Move | BundleAct) => boolean

function groupsOfActs({ href, formKeys, bundle, items, maySign }: BundlePageProps, may: May): Action[][] {
  const at = (path: string) => href(`/blocos/${bundle.number}${path}`)
  const post = (path: string) => ({
    post: at(path),
    csrf: formKeys.csrf,
    fields: { _chave: `${formKeys.idempotencyKey}${path.replaceAll('/', '-')}` },
  })
  const selected = (path: string) => ({ form: 'selecao', formAction: at(path), formMethod: 'get' as const })
  const when = (holds: boolean, action: Action): Action[] => (holds ? [action] : [])
  return [
    [
      ...when(may('sign') && maySign && items.length > 0, {
        label: 'Assinar os marcados',
        icon: 'sign',
        kind: 'primary',
        ...selected('/assinatura'),
      }),
      ...when(may('remove') && items.length > 0, {
        label: 'Retirar os marcados',
        icon: 'remove',
        ...selected('/retirada'),
      }),
    ],
    [
      ...when(may('make-available'), { label: 'Disponibilizar', icon: 'send', ...post('/disponibilizacao') }),
      ...when(may('cancel'), {
        label: 'Cancelar disponibilização',
        icon: 'undo',
        ...post('/disponibilizacao/cancelamento'),
      }),
      ...when(may('return'), { label: 'Devolver', icon: 'return', href: at('/devolucao') }),
      ...when(may('conclude'), { label: 'Concluir', icon: 'conclude', ...post('/conclusao') }),
      ...when(may('reopen'), { label: 'Reabrir', icon: 'reopen', ...post('/reabertura') }),
    ],
  ]
}

function moreActs({ href, bundle }: BundlePageProps, may: May): Action[] {
  const at = (path: string) => href(`/blocos/${bundle.number}${path}`)
  const acts: readonly (Action & { readonly act: BundleAct | Move })[] = [
    { act: 'change', label: 'Alterar o bloco', icon: 'edit', href: at('/dados') },
    { act: 'file', label: 'Atribuir e sinalizar', icon: 'assign', href: at('/marcas') },
    { act: 'delete', label: 'Excluir o bloco', icon: 'remove', kind: 'danger', href: at('/exclusao') },
  ]
  return acts.filter(({ act }) => may(act))
}

function Facts({ page, href, bundle, today }: BundlePageProps) {
  const commented = bundle.signals.find(({ kind }) => kind === 'commented')
  const notes = bundle.destinations.filter(({ note }) => note !== '')
  return (
    <DescriptionList
      items={[
        { term: 'Descrição', description: bundle.description },
        {
          term: 'Estado',
          description: (
            <span class="signs">
              <StateTag bundle={bundle} />
              <SignalTags signals={bundle.signals} />
            </span>
          ),
        },
        {
          term: 'Gerado por',
          description: (
            <>
              {bundle.unitAcronym}, {bundle.createdByName}, <DateTime value={bundle.createdAt} now={page.now} />
            </>
          ),
        },
        ...(bundle.kind === 'internal'
          ? []
          : [
              {
                term: bundle.inOrder ? 'Destinos, uma unidade depois da outra' : 'Destinos',
                description: <Destinations bundle={bundle} />,
              },
            ]),
        ...(bundle.signBy
          ? [{ term: 'Prazo para assinar', description: <SignBy bundle={bundle} today={today} /> }]
          : []),
        ...(commented
          ? [
              {
                term: 'Comentário',
                description: (
                  <>
                    {commented.text}{' '}
                    <span class="secondary">
                      {commented.by}, {commented.unitAcronym}
                    </span>
                  </>
                ),
              },
            ]
          : []),
        ...notes.map(({ acronym, note }) => ({ term: `Recado de ${acronym}`, description: note })),
        {
          term: 'Nesta unidade',
          description: (
            <>
              {bundle.assignedToName ? `Com ${bundle.assignedToName}` : 'Sem atribuição'}
              {bundle.groupId && bundle.groupName ? (
                <>
                  , no grupo{' '}
                  <Link href={href(`/blocos?tipo=${kindWords[bundle.kind].word}&grupo=${bundle.groupId}`)}>
                    {bundle.groupName}
                  </Link>
                </>
              ) : null}
            </>
          ),
        },
      ]}
    />
  )
}
