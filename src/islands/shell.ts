/**
 * What every page gains where scripts run: copying, filtering, choosing many rows, closing of menus, keyboard shortcuts and a
 * guard against sending twice. Each part only enhances; without any of them the page still does all that it says.
 */
import { tellArrivals } from './shell/arrivals.ts'
import { closeMenus } from './shell/close-menus.ts'
import { copyOnClick } from './shell/copy.ts'
import { filterWhileTyping } from './shell/filter.ts'
import { foldSides } from './shell/fold-sides.ts'
import { guardAgainstSendingTwice } from './shell/guard-sending.ts'
import { keepEnterFromSending } from './shell/keep-enter.ts'
import { openPaletteOnClick } from './shell/palette.ts'
import { showPasswords } from './shell/password.ts'
import { selectRows } from './shell/select-rows.ts'
import { listenToShortcuts } from './shell/shortcuts.ts'

for (const element of document.querySelectorAll<HTMLElement>('[data-com-script]')) element.hidden = false
foldSides(document)
// What was hidden when the page came could not take the focus then.
if (document.activeElement === document.body) {
  document.querySelector<HTMLElement>('[data-com-script] [autofocus]')?.focus({ preventScroll: true })
}

copyOnClick(document)
filterWhileTyping(document)
selectRows(document)
showPasswords(document)
closeMenus(document)
keepEnterFromSending(document)
guardAgainstSendingTwice(document)
openPaletteOnClick(document)
listenToShortcuts(document)
tellArrivals(document)
