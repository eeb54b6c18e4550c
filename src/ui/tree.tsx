import { classNames } from './class-names.ts'
import { SearchField } from './forms/text-fields.tsx'
import { Icon, type IconName } from './icons/icon.tsx'
import { safeHref } from './link.tsx'
import { type AccessLevelName, LevelTag, Pen, type PenKind, Tag, type Tone } from './tag.tsx'

/** A document as the tree shows it. */
export type TreeDocument = {
  readonly id: string
  readonly href: string
  /** Kind and number: `Despacho 12`. */
  readonly label: string
  /** The document's own number within the system: `0012345`. */
  readonly numbering?: string | undefined
  readonly icon: IconName
  readonly pen?: PenKind | undefined
  readonly cancelled?: boolean | undefined
  readonly current?: boolean | undefined
  /** Acronym of the unit that made it. */
  readonly unit?: string | undefined
  readonly level?: AccessLevelName | undefined
  readonly badges?:
    | readonly { readonly label: string; readonly icon: IconName; readonly tone?: Tone | undefined }[]
    | undefined
}

/** A stretch of a long case file, or a case file annexed to it. */
export type TreeFolder = {
  readonly id: string
  readonly label: string
  readonly href?: string | undefined
  readonly open?: boolean | undefined
  readonly items: readonly TreeDocument[]
  /** How many it holds, when its items are not sent with this page. */
  readonly count?: number | undefined
}

type TreeProps = {
  id: string
  label: string
  /** The case file itself, on top. */
  root?: {
    readonly label: string
    readonly href: string
    readonly current?: boolean | undefined
    readonly level?: AccessLevelName | undefined
  }
  items: readonly (TreeDocument | TreeFolder)[]
  /** Whether a box to filter is offered, where scripts run. */
  filter?: boolean | undefined
}

/** The documents of a case file, in their order. A list of links: it needs no keys but Tab and Enter. */
export function Tree({ id, label, root, items, filter }: TreeProps) {
  return (
    <nav class="tree" aria-label={label} id={id}>
      {root ? (
        <a
          class="tree__root"
          href={safeHref(root.href)}
          aria-current={root.current ? 'page' : undefined}
          data-atalho="raiz-da-arvore"
        >
          <Icon name="caseFile" />
          <span class="tree__label">{root.label}</span>
          {root.level ? <LevelTag level={root.level} unlessPublic /> : null}
        </a>
      ) : null}
      {filter ? (
        <SearchField
          name={`filtro-${id}`}
          label="Filtrar documentos"
          labelHidden
          placeholder="Filtrar documentos"
          filterOf={id}
        />
      ) : null}
      <ul class="tree__list">
        {items.map((item) =>
          'items' in item ? <Folder key={item.id} folder={item} /> : <Document key={item.id} item={item} />,
        )}
      </ul>
    </nav>
  )
}

function Folder({ folder }: { folder: TreeFolder }) {
  const open = folder.open || folder.items.some((item) => item.current)
  const count = folder.count ?? folder.items.length
  return (
    <li class="tree__folder">
      <details open={open}>
        <summary>
          <Icon name={open ? 'caseOpen' : 'caseFile'} />
          <span class="tree__label">{folder.label}</span> <span class="count">{count}</span>
        </summary>
        {folder.href ? (
          <a class="tree__folder-link" href={safeHref(folder.href)}>
            Abrir {folder.label}
          </a>
        ) : null}
        <ul class="tree__list">
          {folder.items.map((item) => (
            <Document key={item.id} item={item} />
          ))}
        </ul>
      </details>
    </li>
  )
}

function Document({ item }: { item: TreeDocument }) {
  const { cancelled, pen = 'none' } = item
  return (
    <li class={classNames('tree__item', cancelled && 'tree__item--cancelled', pen === 'draft' && 'tree__item--draft')}>
      <a
        class="tree__link"
        href={safeHref(item.href)}
        id={`arvore-${item.id}`}
        aria-current={item.current ? 'page' : undefined}
        data-atalho={item.current ? 'item-da-arvore' : undefined}
      >
        <Icon name={cancelled ? 'cancel' : item.icon} label={cancelled ? 'Cancelado: ' : undefined} />
        <span class="tree__body">
          <span class="tree__label">{item.label}</span>
          {item.numbering ? <span class="tree__number"> {item.numbering}</span> : null}
          {item.unit ? <span class="tree__unit"> {item.unit}</span> : null}
          {pen === 'draft' ? <Tag>Minuta</Tag> : <Pen kind={pen} wordHidden />}
          {item.level ? <TreeLevel level={item.level} /> : null}
          {item.badges?.map((badge) => (
            <span
              class={classNames('tree__badge', badge.tone && `tree__badge--${badge.tone}`)}
              title={badge.label}
              key={badge.label}
            >
              <Icon name={badge.icon} label={badge.label} />
            </span>
          ))}
        </span>
      </a>
    </li>
  )
}

function TreeLevel({ level }: { level: AccessLevelName }) {
  if (level === 'public') return null
  const word = level === 'restricted' ? 'Restrito' : 'Sigiloso'
  return (
    <span class="tree__badge" title={word}>
      <Icon name={level === 'restricted' ? 'lock' : 'confidential'} label={word} />
    </span>
  )
}
