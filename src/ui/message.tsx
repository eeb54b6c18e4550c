import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icons/icon.tsx'

/** What a message is about, said by colour, drawing and word. */
export type MessageKind = 'info' | 'success' | 'warning' | 'error'

const looks: Record<MessageKind, { icon: IconName; word: string }> = {
  info: { icon: 'info', word: 'Informação: ' },
  success: { icon: 'success', word: 'Sucesso: ' },
  warning: { icon: 'alert', word: 'Atenção: ' },
  error: { icon: 'error', word: 'Erro: ' },
}

type MessageProps = {
  kind: MessageKind
  title?: string | undefined
  children?: ComponentChildren
  /** Announced to screen readers when it appears: the answer to what was just done. */
  live?: boolean | undefined
  /** The focus goes to it when the page opens, so that it is heard and the next Tab goes on from there. */
  focused?: boolean | undefined
}

/** A few sentences set apart from the page. */
export function Message({ kind, title, children, live, focused }: MessageProps) {
  const { icon, word } = looks[kind]
  const role = live ? (kind === 'error' ? 'alert' : 'status') : undefined
  return (
    <div
      class={classNames('message', `message--${kind}`)}
      role={role}
      tabindex={focused ? -1 : undefined}
      autofocus={focused || undefined}
    >
      <Icon name={icon} label={word} />
      <div class="message__body">
        {title ? <p class="message__title">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
