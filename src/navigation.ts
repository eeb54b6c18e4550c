import { documentsToSign } from './capabilities/bundles/index.ts'
import { unreadNoticesCount } from './capabilities/notices/index.ts'
import { reviewsToAnswer } from './capabilities/reviewing/index.ts'
import type { Actor, Permission } from './platform/actor.ts'
import type { Database } from './platform/db/index.ts'
import type { NavItem } from './ui/index.ts'

type Entry = Omit<NavItem, 'href' | 'current' | 'count'> & {
  readonly path: string
  /** It is a page for everybody, outside of any unit. */
  readonly isPublic?: boolean
  /** Any of these opens it; without, it is for everybody in the unit. */
  readonly permissions?: readonly Permission[]
  /** How many things wait there for this person: a part of one statement for the whole menu. */
  readonly count?: (db: Database, actor: Actor, now: Date) => ReturnType<typeof unreadNoticesCount>
}

const entries: readonly Entry[] = [
  // What everybody opens every day stands in one line; the others wait behind “Mais”, each with its kin.
  { path: '/mesa', label: 'Mesa', icon: 'desk' },
  { path: '/processos/novo', label: 'Novo processo', icon: 'caseNew', permissions: ['cases.open'] },
  { path: '/pesquisa', label: 'Pesquisa', icon: 'search' },
  { path: '/painel', label: 'Painel de controle', icon: 'layers' },
  { path: '/prazos', label: 'Prazos', icon: 'clock' },
  { path: '/retornos', label: 'Retornos', icon: 'return' },
  { path: '/blocos', label: 'Blocos', icon: 'bundle', permissions: ['bundles.use'], count: documentsToSign },
  { path: '/revisoes', label: 'Revisões', icon: 'eye', count: reviewsToAnswer },
  ...under('Acompanhar processos', [
    { path: '/favoritos', label: 'Favoritos', icon: 'star' },
    { path: '/acompanhamentos', label: 'Acompanhamento especial', icon: 'eye' },
    { path: '/marcadores', label: 'Marcadores', icon: 'label', permissions: ['cases.change'] },
    { path: '/pontos-de-controle', label: 'Pontos de controle', icon: 'flag' },
    { path: '/planos-de-trabalho', label: 'Planos de trabalho', icon: 'layers' },
    { path: '/projetos', label: 'Projetos', icon: 'chart', words: 'gantt cronograma atividades marco' },
    { path: '/sobrestados', label: 'Sobrestados', icon: 'pause', permissions: ['cases.suspend'] },
    { path: '/sigilosos', label: 'Sigilosos', icon: 'confidential', permissions: ['cases.credentials'] },
    {
      path: '/acervo-de-sigilosos',
      label: 'Acervo de sigilosos',
      icon: 'confidential',
      permissions: ['acervo.confidential'],
    },
  ]),
  ...under('Entrada e saída de papéis', [
    { path: '/quadro-do-dia', label: 'Quadro do dia', icon: 'receive' },
    { path: '/guias-de-tramitacao', label: 'Guias de tramitação', icon: 'send' },
    { path: '/cartas', label: 'Cartas e AR', icon: 'send' },
    { path: '/expedicao', label: 'Expedição', icon: 'send', permissions: ['cases.change'] },
  ]),
  ...under('Gabinete', [
    { path: '/agenda', label: 'Agenda', icon: 'calendar' },
    { path: '/demandas', label: 'Demandas externas', icon: 'receive' },
  ]),
  ...under('Publicar, exportar e guardar', [
    {
      path: '/publicacoes',
      label: 'Publicações',
      icon: 'gazette',
      words: 'publicar diário',
      permissions: ['documents.publish'],
    },
    {
      path: '/boletim',
      isPublic: true,
      label: 'Boletim',
      icon: 'gazette',
      words: 'publicar publicação diário oficial',
    },
    { path: '/exportacoes', label: 'PDF e ZIP', icon: 'pdf', permissions: ['output.export'] },
    { path: '/arquivo', label: 'Arquivo', icon: 'archive', permissions: ['archive.file'] },
    {
      path: '/eliminacao',
      label: 'Eliminação',
      icon: 'list',
      permissions: ['archive.appraise', 'archive.preside', 'archive.authorise'],
    },
    { path: '/lixeira', label: 'Lixeira', icon: 'remove', permissions: ['documents.write'] },
  ]),
  ...under('Textos e orientações', [
    { path: '/textos-padrao', label: 'Textos padrão', icon: 'book', permissions: ['knowledge.manage'] },
    {
      path: '/textos-institucionais',
      label: 'Textos institucionais',
      icon: 'book',
      permissions: ['knowledge.distribute', 'knowledge.distribute-locally'],
    },
    { path: '/base-de-conhecimento', label: 'Base de conhecimento', icon: 'layers' },
    { path: '/novidades', label: 'Novidades', icon: 'bell' },
  ]),
  ...under('Pessoas e contatos', [
    { path: '/contatos', label: 'Contatos', icon: 'people', permissions: ['cases.open'] },
    { path: '/grupos', label: 'Grupos', icon: 'people' },
  ]),
  ...under('Gestão', [
    { path: '/estatisticas', label: 'Estatísticas', icon: 'chart', permissions: ['statistics.read'] },
    {
      path: '/pedidos-de-tipos',
      label: 'Pedidos de tipos',
      icon: 'petition',
      permissions: ['case-types.request', 'case-types.analyse'],
    },
    {
      path: '/administracao',
      label: 'Administração',
      icon: 'settings',
      permissions: ['organization.manage', 'identity.manage', 'classification.manage'],
    },
    { path: '/auditoria', label: 'Auditoria', icon: 'shield', permissions: ['history.audit'] },
    { path: '/sistema', label: 'Sistema', icon: 'shield', permissions: ['platform.operate'] },
  ]),
  { path: '/avisos', label: 'Avisos', icon: 'bell', inHeader: true, count: unreadNoticesCount },
]

/** Kindred entries, under their heading where the menu is long. */
function under(group: string, kin: readonly Entry[]): Entry[] {
  return kin.map((entry) => ({ ...entry, group }))
}

/** The main menu of the inner house for one person in one unit: only what this person may open. */
export function navigationFor(actor: Actor): readonly NavItem[] {
  return openTo(actor).map(({ path, isPublic, label, icon, words, inHeader, group, count }) => ({
    href: isPublic ? path : hrefOf(actor, path),
    label,
    icon,
    words,
    inHeader,
    group,
    count: count && 'later',
  }))
}

/** What waits behind the entries that count it, by their addresses: one statement for the whole menu. */
export async function navigationCounts(db: Database, actor: Actor, now: Date): Promise<ReadonlyMap<string, number>> {
  const counted = openTo(actor).flatMap(({ path, count }) => (count ? [{ href: hrefOf(actor, path), count }] : []))
  const counts = counted.map(({ count }) => db`, ${count(db, actor, now)}`)
  const [row] = await db<{ counts: number[] }[]>`select (array[0 ${counts}])[2:] as counts`
  return new Map(counted.map(({ href }, place) => [href, row?.counts[place] ?? 0]))
}

function openTo(actor: Actor): readonly Entry[] {
  return entries.filter(({ permissions }) => !permissions || permissions.some((one) => actor.permissions.has(one)))
}

const hrefOf = (actor: Actor, path: string) => `/em/${actor.unitSlug}${path}`
