import { formatCount, Icon, type IconName, Link, LinkButton, type PageContext, Shell } from '../../ui/index.ts'
import { cardTitles, emptyWords } from './cards.text.ts'
import { type Card, type CardLine, type CardName, mostTold } from './cards.ts'

interface PanelPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly cards: readonly Card[]
}

const icons: Readonly<Record<CardName, IconName>> = {
  open: 'caseOpen',
  deadlines: 'clock',
  returns: 'return',
  bundles: 'bundle',
  'bundle-groups': 'layers',
  types: 'caseFile',
  labels: 'label',
  people: 'people',
  followed: 'eye',
}

/** What lies in the unit, in numbers that open what they count (PRO-249). */
export function PanelPage({ page, href, cards }: PanelPageProps) {
  return (
    <Shell
      page={page}
      title="Painel de controle"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Painel de controle' }]}
      headingActions={
        <LinkButton href={href('/painel/cartoes')} icon="settings" shortcut="primeiro-botao">
          Escolher os cartões
        </LinkButton>
      }
      lead={<p>Cada número abre a lista do que conta. Em vermelho, o que pede atenção.</p>}
    >
      <ul class="panel">
        {cards.map((card) => (
          <li key={card.name} class="panel__card">
            <h2 class="panel__title">
              <Icon name={icons[card.name]} />
              {cardTitles[card.name]}
            </h2>
            {card.lines.length === 0 ? (
              <p class="panel__none">{emptyWords[card.name]}</p>
            ) : (
              <ul class="panel__lines">
                {card.lines.map((line) => (
                  <Line key={line.label} line={line} href={href} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Shell>
  )
}

function wordsFor({ count, words }: NonNullable<CardLine['alert']>): string {
  return typeof words === 'string' ? words : words[count === 1 ? 0 : 1]
}

function Line({ line, href }: { line: CardLine; href: (path: string) => string }) {
  const { label, figure, alert } = line
  return (
    <li class="panel__line">
      <span>{label}</span>
      <span class="panel__numbers">
        {alert && alert.count > 0 ? (
          <Link href={href(alert.path)}>
            <span class="visually-hidden">{label}: </span>
            <span class="panel__alert">
              {told(alert.count)} {wordsFor(alert)}
            </span>
          </Link>
        ) : null}
        <Link href={href(figure.path)}>
          <span class="visually-hidden">{label}: </span>
          {told(figure.count)}
        </Link>
      </span>
    </li>
  )
}

function told(count: number): string {
  return count > mostTold ? `mais de ${formatCount(mostTold)}` : formatCount(count)
}
