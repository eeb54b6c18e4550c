import { parseContent, type RichText, toText } from '../../rich-text/index.ts'
import { ask } from './dialog.ts'
import type { Editor } from './editor.ts'
import { h } from './elements.ts'
import { dateOf, type SavingState } from './saving.ts'
import { sayWhen } from './say.ts'
import { twoTexts } from './two-texts.ts'

type Conflict = Extract<SavingState, { kind: 'conflict' }>

/**
 * Somebody else saved meanwhile: both texts are shown and the person chooses. Nothing is written over without being
 * asked, and the text that is not chosen stays, on the server as a version or in this browser.
 */
export async function settleConflict(
  editor: Editor,
  conflict: Conflict,
  mine: RichText,
  useTheirs: (theirs: RichText, version: unknown, savedAt: Date | undefined) => Promise<void>,
): Promise<void> {
  const theirs = parseContent(conflict.theirs.content)
  if (!theirs.ok)
    return editor.tell('O texto da outra pessoa não pôde ser lido. O seu continua guardado neste computador.')
  const savedAt = dateOf(conflict.theirs.savedAt)
  const name = nameOf(conflict.theirs.by)
  const intro = `${name ?? 'Outra pessoa'} salvou este documento ${savedAt ? sayWhen(savedAt) : 'enquanto você escrevia'}. Nada foi apagado: escolha qual texto continua.`
  const { way } = await ask(editor.root, {
    title: 'Há dois textos diferentes',
    submit: 'Continuar com o meu texto',
    cancel: 'Decidir depois',
    wide: true,
    body: [
      h('p', {}, intro),
      twoTexts(
        { name: `Texto de ${name ?? 'outra pessoa'}`, content: theirs.content },
        { name: 'O seu texto', content: mine },
      ),
    ],
    ways: [
      ['theirs', `Continuar com o texto de ${name ?? 'outra pessoa'}`],
      ['copy', 'Copiar o meu texto'],
    ],
  })
  if (way === 'submit') await editor.saving.keepMine()
  if (way === 'theirs') await useTheirs(theirs.content, conflict.theirs.version, savedAt)
  if (way === 'copy') await copy(editor, toText(mine))
  editor.view.focus()
}

async function copy(editor: Editor, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    editor.tell('O seu texto foi copiado. Cole-o onde quiser.')
  } catch {
    editor.tell('O navegador não deixou copiar. O seu texto continua guardado neste computador.')
  }
}

const nameOf = (by: unknown): string | undefined =>
  typeof by === 'object' && by !== null && 'name' in by && typeof by.name === 'string' ? by.name : undefined
