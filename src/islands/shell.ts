/**
 * What every page gains where scripts run: copying, filtering, choosing many rows, closing of menus, keyboard shortcuts and a
 * guard against sending twice. Each part only enhances; without any of them the page still does all that it says.
 */
import { tellArrivals } from './shell/arrivals.ts'
import { closeMenus } from './shell/close-menus.ts'
import { copyOnClick } from './shell/copy.ts'
import { filterWhileTyping } from './shell/filter.ts'
import { guardAgainstSendingTwice } from './shell/guard-sending.ts'
import { openPaletteOnClick } from './shell/palette.ts'
import { showPasswords } from './shell/password.ts'
import { selectRows } from './shell/select-rows.ts'
import { listenToShortcuts } from './shell/shortcuts.ts'

for (const element of document.querySelectorAll<HTMLElement>('[data-com-script]')) element.hidden = false

copyOnClick(document)
filterWhileTyping(document)
selectRows(document)
showPasswords(document)
closeMenus(document)
guardAgainstSendingTwice(document)
openPaletteOnClick(document)
listenToShortcuts(document)
tellArrivals(document)
