import type { InnerVisit } from '../../platform/http/index.ts'
import { countBundleLists } from '../bundles/index.ts'
import { countDeadlineLists } from '../deadlines/index.ts'
import { countDesk, countReturns, type DeskGroup } from '../routing/index.ts'
import { followedGroups } from '../watchlists/index.ts'
import type { Card, CardLine, CardName, Words } from './cards.ts'

/** A line before it is counted: the query of the list's address, and of the list of what asks for attention. */
interface Line {
  readonly label: string
  readonly query: string
  readonly alert?: { readonly query: string; readonly words: Words }
}

/**
 * The cards with their numbers: one statement for each capability that counts, and none for those whose cards are not
 * shown. A number is counted from the very address to which it leads, by the reader of that list.
 */
export async function readPanel(visit: InnerVisit, names: readonly CardName[]): Promise<readonly Card[]> {
  const shown = (...wanted: readonly CardName[]) => wanted.some((name) => names.includes(name))
  const [desk, deadlines, returns, bundles, followed] = await Promise.all([
    shown('open', 'types', 'labels', 'people') ? deskCards(visit) : {},
    shown('deadlines') ? deadlineCard(visit) : [],
    shown('returns') ? returnCard(visit) : [],
    shown('bundles', 'bundle-groups') ? bundleCards(visit) : {},
    shown('followed') ? followedCard(visit) : [],
  ])
  const lines: Readonly<Partial<Record<CardName, readonly CardLine[]>>> = {
    ...desk,
    ...bundles,
    deadlines,
    returns,
    followed,
  }
  return names.map((name) => ({ name, lines: lines[name] ?? [] }))
}

async function deskCards(visit: InnerVisit) {
  const me = visit.actor.userId
  const unopened = ['ainda não aberto', 'ainda não abertos'] as const
  const lines: readonly Line[] = [
    {
      label: 'Recebidos',
      query: 'lista=recebidos',
      alert: { query: 'lista=recebidos&so=nao-abertos', words: unopened },
    },
    {
      label: 'Gerados',
      query: 'lista=gerados',
      alert: { query: 'lista=gerados&so=novidades', words: 'com novidades' },
    },
    {
      label: 'Sem acompanhamento especial',
      query: 'acompanhamento=sem',
      alert: { query: 'acompanhamento=sem&so=nao-abertos', words: unopened },
    },
    {
      label: 'Não visualizados',
      query: 'so=nao-abertos',
      alert: { query: `atribuido=${me}&so=nao-abertos`, words: ['atribuído a mim', 'atribuídos a mim'] },
    },
    {
      label: 'Atribuídos a mim',
      query: `atribuido=${me}`,
      alert: { query: `atribuido=${me}&so=novidades`, words: 'com novidades' },
    },
  ]
  const { counts, types, labels, people } = await countDesk(visit, queriesOf(lines))
  const group = (name: string) => (row: DeskGroup) => {
    const query = `${name}=${row.id ?? 'ninguem'}`
    return {
      label: row.name,
      figure: { count: row.total, path: `/mesa?${query}` },
      alert: { count: row.unopened, path: `/mesa?${query}&so=nao-abertos`, words: unopened },
    }
  }
  return {
    open: counted('/mesa', lines, counts),
    types: types.map(group('tipo')),
    labels: labels.map(group('marcador')),
    people: people.map(group('atribuido')),
  }
}

async function deadlineCard(visit: InnerVisit): Promise<readonly CardLine[]> {
  const lines: readonly Line[] = [
    { label: 'Da unidade', query: '', alert: { query: 'situacao=atrasados', words: ['vencido', 'vencidos'] } },
    {
      label: 'Definidos por mim',
      query: 'meus=sim',
      alert: { query: 'situacao=atrasados&meus=sim', words: ['vencido', 'vencidos'] },
    },
  ]
  return counted('/prazos', lines, await countDeadlineLists(visit, queriesOf(lines)))
}

async function returnCard(visit: InnerVisit): Promise<readonly CardLine[]> {
  const sides = [
    { side: 'to-return', label: 'A devolver' },
    { side: 'awaited', label: 'Aguardando retorno' },
  ] as const
  const late = { query: 'situacao=atrasados', words: ['atrasado', 'atrasados'] } as const
  const asked = sides.flatMap(({ side }) => [
    { side, query: '' },
    { side, query: late.query },
  ])
  const counts = await countReturns(visit, asked)
  return sides.map(({ label }, place) => ({
    label,
    figure: { count: counts[place * 2] ?? 0, path: '/retornos' },
    alert: { count: counts[place * 2 + 1] ?? 0, path: `/retornos?${late.query}`, words: late.words },
  }))
}

async function bundleCards(visit: InnerVisit) {
  const line = (label: string, state: string): Line => ({
    label,
    query: `tipo=assinatura&estado=${state}`,
    alert: { query: `tipo=assinatura&estado=${state}&sinal=prioritario`, words: ['prioritário', 'prioritários'] },
  })
  const lines = [
    line('Gerados', 'gerados'),
    line('Disponibilizados', 'disponibilizados'),
    line('Recebidos', 'recebidos'),
    line('Retornados', 'retornados'),
  ]
  const { counts, groups, documents, unsigned } = await countBundleLists(visit, queriesOf(lines))
  const toSign: CardLine = {
    label: 'Documentos para assinar',
    figure: { count: documents, path: '/blocos/documentos' },
    alert: { count: unsigned, path: '/blocos/documentos?so=sem-minha-assinatura', words: 'sem a minha assinatura' },
  }
  return {
    bundles: [...counted('/blocos', lines, counts), toSign],
    'bundle-groups': groups.map(({ id, name, total, priority }) => ({
      label: name,
      figure: { count: total, path: `/blocos?tipo=assinatura&grupo=${id}` },
      alert: {
        count: priority,
        path: `/blocos?tipo=assinatura&grupo=${id}&sinal=prioritario`,
        words: ['prioritário', 'prioritários'],
      },
    })),
  }
}

async function followedCard({ db, actor }: InnerVisit): Promise<readonly CardLine[]> {
  return (await followedGroups(db, actor)).map(({ id, name, total, news }) => ({
    label: name,
    figure: { count: total, path: `/acompanhamentos?grupo=${id ?? 'nenhum'}` },
    alert: { count: news, path: `/acompanhamentos?grupo=${id ?? 'nenhum'}&so=novidades`, words: 'com novidades' },
  }))
}

/** The queries of all the lists: of each line its own, then that of its alert. */
function queriesOf(lines: readonly Line[]): string[] {
  return lines.flatMap(({ query, alert }) => (alert ? [query, alert.query] : [query]))
}

function counted(path: string, lines: readonly Line[], counts: readonly number[]): CardLine[] {
  let place = 0
  const figure = (query: string) => ({ count: counts[place++] ?? 0, path: query ? `${path}?${query}` : path })
  return lines.map(({ label, query, alert }) => ({
    label,
    figure: figure(query),
    ...(alert ? { alert: { ...figure(alert.query), words: alert.words } } : {}),
  }))
}
