import type { Saving } from './saving.ts'

/** Saves when the page is left, and tries again when the network or the person comes back. */
export function watchPage(saving: Saving, root: HTMLElement): void {
  const again = () => {
    if (saving.hasUnsent()) void saving.flush()
  }
  document.addEventListener('visibilitychange', () => (document.hidden ? saving.leave(false) : again()))
  addEventListener('pagehide', () => saving.leave(true))
  addEventListener('online', again)
  addEventListener('focus', again)
  root.addEventListener('focusout', again)
  addEventListener('beforeunload', (event) => {
    const state = saving.state()
    // Only where the browser could not keep the text either; otherwise nothing is lost and nobody is asked.
    if (saving.hasUnsent() && 'kept' in state && !state.kept) event.preventDefault()
  })
}
