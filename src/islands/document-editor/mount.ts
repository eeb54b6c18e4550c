import { h } from './elements.ts'
import { openText } from './opening.ts'
import { openServer } from './server.ts'
import { readSettings } from './settings.ts'
import { startWriting } from './start-writing.ts'

/**
 * Puts the editor in the place of a form. The form stays until the text is there: when it cannot come, people go on
 * writing in the form and are told why.
 */
export async function mountEditor(form: HTMLFormElement): Promise<void> {
  const settings = readSettings(form)
  if (!settings) return
  const server = openServer(settings.csrf)
  const opened = await openText(server, settings.contentUrl)
  if (typeof opened === 'string') {
    form.prepend(
      h('p', { class: 'editor-warning', role: 'alert' }, `${opened} Você pode escrever pelo formulário abaixo.`),
    )
    return
  }
  await startWriting(form, settings, server, opened)
}
