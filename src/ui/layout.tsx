// biome-ignore-all lint/a11y/useSemanticElements: a fieldset cannot be laid out as a line everywhere.
import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'

type Gap = 'small' | 'medium' | 'large'

/** Things one below the other, evenly apart. */
export function Stack({ gap = 'medium', children }: { gap?: Gap | undefined; children: ComponentChildren }) {
  return <div class={classNames('stack', `stack--${gap}`)}>{children}</div>
}

/** Things of equal width side by side, as many as fit; `min` is how narrow one may become. */
export function Grid({ min = 'medium', children }: { min?: Gap | undefined; children: ComponentChildren }) {
  return <div class={classNames('grid', `grid--${min}`)}>{children}</div>
}

/** A line of controls above a list; what does not fit goes to the next line. */
export function Toolbar({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="toolbar" role="group" aria-label={label}>
      {children}
    </div>
  )
}

type TwoPaneProps = {
  /** The left pane, usually a tree; on a narrow screen it folds away above the content. */
  side: ComponentChildren
  sideLabel: string
  /** On a narrow screen it begins folded: what it leads to is on the page already. */
  folds?: boolean | undefined
  children: ComponentChildren
}

/** A tree on the left and what it opens on the right, each scrolling by itself on a wide screen. */
export function TwoPane({ side, sideLabel, folds, children }: TwoPaneProps) {
  return (
    <div class="two-pane">
      <details class="two-pane__side" open data-dobra={folds || undefined}>
        <summary class="two-pane__summary">{sideLabel}</summary>
        {side}
      </details>
      <div class="two-pane__content">{children}</div>
    </div>
  )
}
