import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icons/icon.tsx'

/** What a colour means; the words always say it too. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

type TagProps = {
  tone?: Tone | undefined
  icon?: IconName | undefined
  /** More words, for whoever points at it. */
  title?: string | undefined
  children: ComponentChildren
}

/** A short mark: a label, a kind, a count. */
export function Tag({ tone = 'neutral', icon, title, children }: TagProps) {
  return (
    <span class={classNames('tag', tone !== 'neutral' && `tag--${tone}`)} title={title}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </span>
  )
}

const statusIcon: Record<Tone, IconName> = {
  neutral: 'minus',
  info: 'info',
  success: 'success',
  warning: 'clock',
  danger: 'alert',
}

/** A state: colour, shape and word say the same. */
export function StatusTag({ tone = 'neutral', icon, children }: TagProps) {
  return (
    <Tag tone={tone} icon={icon ?? statusIcon[tone]}>
      {children}
    </Tag>
  )
}

/** The access levels of a case file or document. @term nível de acesso */
export type AccessLevelName = 'public' | 'restricted' | 'confidential'

const levels: Record<AccessLevelName, { tone: Tone; icon: IconName; word: string }> = {
  public: { tone: 'neutral', icon: 'lockOpen', word: 'Público' },
  restricted: { tone: 'warning', icon: 'lock', word: 'Restrito' },
  confidential: { tone: 'danger', icon: 'confidential', word: 'Sigiloso' },
}

type LevelTagProps = {
  level: AccessLevelName
  legalBasis?: string | undefined
  /** Leaves out what is public, as lists do. */
  unlessPublic?: boolean | undefined
}

/** Who may see it: Público, Restrito or Sigiloso, with the legal basis if given. */
export function LevelTag({ level, legalBasis, unlessPublic }: LevelTagProps) {
  if (unlessPublic && level === 'public') return null
  const { tone, icon, word } = levels[level]
  return (
    <Tag tone={tone} icon={icon}>
      {word}
      {legalBasis ? <span class="tag__detail"> – {legalBasis}</span> : null}
    </Tag>
  )
}

/** The pens of the tree: none for what is not signed by its nature, draft while nobody has signed. */
export type PenKind = 'none' | 'draft' | 'yellow' | 'black'

const pens: Record<Exclude<PenKind, 'none'>, { icon: IconName; short: string; long: string }> = {
  draft: { icon: 'draft', short: 'Minuta', long: 'Minuta: ainda sem assinatura' },
  yellow: {
    icon: 'penYellow',
    short: 'Assinado, ainda alterável',
    long: 'Assinado; a unidade ainda pode alterar (caneta amarela)',
  },
  black: {
    icon: 'penBlack',
    short: 'Assinado e protegido',
    long: 'Assinado e protegido contra alteração (caneta preta)',
  },
}

/** Whether a document is signed and locked. `wordHidden` keeps only the drawing in sight, as the tree does. */
export function Pen({ kind, wordHidden }: { kind: PenKind; wordHidden?: boolean | undefined }) {
  if (kind === 'none') return null
  const pen = pens[kind]
  return (
    <span class={classNames('pen', `pen--${kind}`)} title={pen.long}>
      <Icon name={pen.icon} label={wordHidden ? pen.long : undefined} />
      {wordHidden ? null : pen.short}
    </span>
  )
}
