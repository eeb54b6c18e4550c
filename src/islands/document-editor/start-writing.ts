import { canonicalJson, parseContent, VARIABLES } from '../../rich-text/index.ts'
import { settleConflict } from './conflict-dialog.ts'
import { tellDraftNotice } from './draft-notice.ts'
import { openDraftStore } from './draft-store.ts'
import type { Editor } from './editor.ts'
import { makeFrame } from './frame.ts'
import { openHelp } from './help-dialog.ts'
import { askForLink } from './insert-dialogs.ts'
import type { Opened } from './opening.ts'
import { pageKeys } from './page-keys.ts'
import { openPalette } from './palette.ts'
import { recover, textsLeft } from './recovery-dialog.ts'
import { openReviewPanel, type ReviewPanel } from './review-panel.ts'
import { type Saving, type SavingState, startSaving } from './saving.ts'
import { sayWhen } from './say.ts'
import type { Server } from './server.ts'
import type { Settings } from './settings.ts'
import { openSheet } from './sheet.ts'
import { textActs } from './text-acts.ts'
import { type Turns, takeTurns } from './turns.ts'
import { keepVersions } from './versions.ts'
import { showWarnings } from './warnings.ts'
import { watchPage } from './watch-page.ts'

/** Opens the text for writing: the sheet, its saving, its turns with other people, and what this browser still kept. */
export async function startWriting(
  form: HTMLFormElement,
  settings: Settings,
  server: Server,
  opened: Opened,
): Promise<void> {
  const store = openDraftStore(settings.documentKey, settings.userKey)
  // Nobody writes before the server has said whose turn it is.
  const pen = { mayWrite: false }
  let turns: Turns | undefined
  let review: ReviewPanel | undefined

  const acts = {
    save: () => void versions.save(),
    sign: () => void versions.sign(),
    help: () => openHelp(frame.root, () => view.focus()),
    link: () => pen.mayWrite && void askForLink(editor),
    remark: () => review?.begin(),
    palette: () => pen.mayWrite && openPalette(editor),
  }
  const frame = makeFrame(settings.title, {
    help: acts.help,
    save: settings.versionUrl === undefined ? undefined : acts.save,
    saveLabel: settings.versionLabel,
    sign: settings.signUrl === undefined ? undefined : acts.sign,
  })
  const tellSaving = (state: SavingState) => {
    frame.showSaving(state)
    if (state.kind === 'saved' && state.as.kind === 'version') versions.unchanged()
    else if (state.kind === 'saved' && state.at) tellDraftNotice('quando', sayWhen(state.at))
    showWarnings(frame, settings, state, () => void settle())
    if (state.kind === 'locked') turns?.lost()
  }
  const saving: Saving = startSaving({
    version: opened.version,
    savedAt: opened.savedAt,
    savedAs: opened.savedAs,
    read: () => view.state.doc.toJSON(),
    putDraft: (body) => server.send('PUT', settings.draftUrl ?? '', body),
    postVersion: (body) => server.send('POST', settings.versionUrl ?? '', body),
    isSame: (theirs, mine) => asText(theirs) !== undefined && asText(theirs) === asText(mine),
    renewToken: () => renewToken(server, settings.contentUrl),
    keep: store.keep,
    forget: store.forget,
    tell: tellSaving,
  })
  const versions = keepVersions(
    { settings, saving, frame, settle: () => settle(), mayWrite: () => pen.mayWrite },
    opened.versionContent !== undefined,
  )
  const changed = () => {
    versions.changed()
    saving.changed()
  }
  const view = openSheet({
    frame,
    settings,
    changed,
    content: opened.content,
    grewFrom: opened.versionContent,
    isEditable: () => pen.mayWrite,
    editor: () => editor,
  })
  const variables = opened.variables ?? VARIABLES
  const editor: Editor = { settings, server, saving, view, variables, root: frame.root, tell: frame.tell }
  const text = textActs(view, saving, store, pen)

  const settle = async () => {
    const state = saving.state()
    if (state.kind !== 'conflict') return
    await settleConflict(editor, state, view.state.doc.toJSON(), async (theirs, version, savedAt) => {
      await text.putAside()
      text.showFromServer({ content: theirs, version, savedAt, savedAs: { kind: 'version', number: undefined } })
      frame.tell('O seu texto ficou guardado neste computador e será oferecido na próxima abertura.')
    })
  }
  const bringBack = async () => {
    const found = await recover(frame.root, store, opened, left)
    if (found === 'discarded') frame.tell('O que você digitou neste computador foi descartado.')
    if (found === 'put off' || found === 'discarded') return view.focus()
    text.show(found.content, opened.content)
    changed()
    // The old copy goes only when the new one is safe.
    if (await saving.flush()) await store.discard(found.key)
    frame.tell('O texto guardado neste computador foi recuperado.')
    view.focus()
    view.dispatch(view.state.tr.scrollIntoView())
  }

  form.after(frame.root)
  form.hidden = true
  frame.showSaving(saving.state())
  watchPage(saving, frame.root)
  pageKeys(acts)
  if (settings.draftUrl === undefined) frame.warn('turn', { text: 'Você pode ler este texto, mas não alterá-lo.' })
  else turns = await takeTurns({ editor, frame, text })
  const left = await textsLeft(store, opened)
  // Whoever opens an editor comes to write; whoever is already at something else is left there. The focus is taken before
  // the editor says that it is ready: nothing takes it out of anybody's hands later.
  const isNowhere = document.activeElement === null || document.activeElement === document.body
  if (pen.mayWrite && left.length === 0 && isNowhere) view.focus()
  frame.root.dataset.ready = 'true'
  if (pen.mayWrite && left.length > 0) void bringBack()
  else if (left[0]) frame.warn('left', { text: sayLeft(left[0].at) })
  const show: Parameters<typeof openReviewPanel>[0]['show'] = ({ content, version, savedAt }) =>
    text.showFromServer({ content, version, savedAt, savedAs: { kind: 'version', number: numberOf(version) } })
  review = await openReviewPanel({ editor, saveFirst: () => versions.save(), show })
  if (review) frame.desk.append(review.element)
}

const sayLeft = (at: Date): string =>
  `O que você digitou ${sayWhen(at)} e ainda não tinha sido guardado continua neste computador. Será oferecido quando você abrir este documento para escrever.`

const numberOf = (version: unknown): string | undefined => (typeof version === 'number' ? String(version) : undefined)

/** The same text, however it was written down. */
function asText(json: unknown): string | undefined {
  const parsed = parseContent(json)
  return parsed.ok ? canonicalJson(parsed.content) : undefined
}

/** After signing in anew the page's token is no longer good; the server hands out another with the text. */
async function renewToken(server: Server, url: string): Promise<boolean> {
  const reply = await server.get(url)
  if (reply.kind !== 'ok' || typeof reply.body.csrf !== 'string') return false
  server.useToken(reply.body.csrf)
  return true
}
