import { findResult } from '../../../platform/act-results/index.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { FormFields } from '../../../platform/form-fields.ts'
import { type Answer, bytes, html, type InnerVisit } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { unitLabels } from '../../organization/index.ts'
import { selectForList, selectLetters } from '../letters/letters.queries.ts'
import { pageOf } from '../letters/letters.view.tsx'
import { selectSlipsOut } from '../slips/slips.queries.ts'
import { LabelsPage, ListPage } from './list.page.tsx'
import { ListsPage } from './lists.page.tsx'
import { type ListRow, selectLists, selectPaperChoices, selectStrays } from './lists.queries.ts'
import { OutPage } from './out.page.tsx'
import { postFileOf } from './post-file.text.ts'
import { QueuePage } from './queue.page.tsx'
import { ReturnsPage } from './returns.page.tsx'
import { RulesPage } from './rules.page.tsx'
import { selectRules } from './rules.queries.ts'

const mayPost = (visit: InnerVisit) => visit.actor.permissions.has('cases.change')
const statusOf = (problems: readonly FormError[]) => (problems.length > 0 ? 422 : 200)

export async function queuePage(visit: InnerVisit, problems: readonly FormError[] = []): Promise<Answer> {
  const { db, actor, now, page, href, formKeys } = visit
  const pageNumber = pageOf(visit)
  const letters = await selectLetters(db, actor, { side: 'posting', step: 'requested' }, pageNumber, now)
  return html(
    <QueuePage {...{ page, href, formKeys, letters, pageNumber, problems }} mayPost={mayPost(visit)} />,
    statusOf(problems),
  )
}

export async function listsPage(visit: InnerVisit): Promise<Answer> {
  const { db, actor, page, href } = visit
  const pageNumber = pageOf(visit)
  return html(<ListsPage {...{ page, href, pageNumber }} lists={await selectLists(db, actor, { page: pageNumber })} />)
}

/** The list of the address; undefined where it is not of this unit. */
export async function listOfVisit(visit: InnerVisit): Promise<ListRow | undefined> {
  const id = visit.param('id')
  return /^[1-9]\d{0,17}$/.test(id) ? (await selectLists(visit.db, visit.actor, { id }))[0] : undefined
}

export async function listPage(
  visit: InnerVisit,
  list: ListRow,
  fields: FormFields,
  problems: readonly FormError[],
): Promise<Answer> {
  const { db, actor, now, page, href, formKeys } = visit
  const letters = await selectForList(db, actor, { listId: list.id }, now)
  const codes = Object.fromEntries(
    letters.flatMap(({ id, trackingCode }) => (trackingCode ? [[`codigo_${id}`, trackingCode]] : [])),
  )
  return html(
    <ListPage
      {...{ page, href, formKeys, list, letters, problems }}
      fields={{ ...codes, ...fields }}
      mayPost={mayPost(visit)}
    />,
    statusOf(problems),
  )
}

export async function labelsPage(visit: InnerVisit, list: ListRow): Promise<Answer> {
  const { db, actor, now, page, href } = visit
  const letters = await selectForList(db, actor, { listId: list.id }, now)
  return html(<LabelsPage {...{ page, href, list, letters }} />)
}

/** The list for the post's own program: one line a letter, as much of each as the list shows. */
export async function postFile({ db, actor, now }: InnerVisit, list: ListRow): Promise<Answer> {
  const letters = await selectForList(db, actor, { listId: list.id }, now)
  return bytes(postFileOf(list, letters), {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="postagem-${list.number}-${list.year}.csv"`,
  })
}

export async function returnsPage(
  visit: InnerVisit,
  typed: FormFields | undefined,
  problems: readonly FormError[],
): Promise<Answer> {
  const { db, actor, page, href, formKeys } = visit
  const [choices, strays, result] = await Promise.all([
    selectPaperChoices(db),
    selectStrays(db, actor),
    findResult(visit),
  ])
  const fields = typed ?? {
    ...{ codigo: visit.query('codigo').slice(0, 30), o_que: 'receipt' },
    tipo: likely(choices.types, /aviso de recebimento/i),
    conferencia: likely(choices.conferences, /original/i),
  }
  return html(
    <ReturnsPage {...{ page, href, formKeys, fields, problems, result, choices, strays }} mayPost={mayPost(visit)} />,
    statusOf(problems),
  )
}

function likely(choices: readonly { readonly id: string; readonly name: string }[], words: RegExp): string {
  return choices.find(({ name }) => words.test(name))?.id ?? ''
}

export async function outPage(visit: InnerVisit): Promise<Answer> {
  const { db, actor, now, page, href } = visit
  const [letters, asked, late, slips] = await Promise.all([
    selectLetters(db, actor, { side: 'posting', only: 'out' }, 1, now),
    selectLetters(db, actor, { side: 'asked', only: 'out' }, 1, now),
    selectLetters(db, actor, { side: 'posting', only: 'late' }, 1, now),
    selectSlipsOut(db, actor, new Date(now.getTime() - 7 * 86_400_000)),
  ])
  return html(<OutPage {...{ page, href, letters, asked, late, slips }} />)
}

export async function rulesPage(
  visit: InnerVisit,
  typed: FormFields | undefined,
  problems: readonly FormError[],
): Promise<Answer> {
  const { db, actor, page, href, formKeys } = visit
  const mayKeep = actor.permissions.has('organization.manage')
  const [rules, units] = await Promise.all([
    selectRules(db, actor.agencyId),
    mayKeep ? unitLabels(db, { agencyId: actor.agencyId }) : [],
  ])
  const fields = typed ?? { dias: '15', como: 'post', ar: 'sim' }
  return html(<RulesPage {...{ page, href, formKeys, rules, units, mayKeep, fields, problems }} />, statusOf(problems))
}

/** The day that a form begins with. */
export const postingDay = (visit: InnerVisit): FormFields => ({ postada_em: todayIn(visit.now) })
