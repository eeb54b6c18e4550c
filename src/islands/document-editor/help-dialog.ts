import { h } from './elements.ts'

const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl+S ou Ctrl+Alt+S', 'Salvar uma versão'],
  ['Ctrl+Shift+A', 'Salvar e assinar'],
  ['Ctrl+B, Ctrl+I, Ctrl+U', 'Negrito, itálico, sublinhado'],
  ['Ctrl+Shift+8, Ctrl+Shift+7', 'Lista com marcadores, lista numerada'],
  ['Tab, Shift+Tab', 'Na lista, muda o nível; na tabela, muda de célula'],
  ['Ctrl+Alt+1, 2, 3, 0', 'Título 1, 2, 3, texto comum'],
  ['Ctrl+Shift+L', 'Inserir link'],
  ['/ no começo de uma palavra, ou Ctrl+Shift+X', 'Texto padrão ou variável'],
  ['Ctrl+Alt+M', 'Comentar o trecho selecionado, ou sugerir outras palavras'],
  ['Ctrl+Shift+V', 'Colar só o texto'],
  ['Shift+Enter', 'Quebra de linha no mesmo parágrafo'],
  ['Ctrl+Z, Ctrl+Y', 'Desfazer, refazer'],
  ['Ctrl+Home, Ctrl+End', 'Começo, fim do texto que se pode escrever'],
  ['Ctrl+A', 'Selecionar a seção'],
  ['Alt+↑', 'Selecionar o que está em volta'],
  ['Shift+Tab', 'Do texto para a barra de botões (setas andam nela)'],
  ['Esc e depois Tab', 'Sair do texto de dentro de uma lista ou tabela'],
  ['Alt+0', 'Esta ajuda'],
]

/** The keys of the editor, in a dialog that Esc closes; `closed` gives the caret back, which browsers forget. */
export function openHelp(place: HTMLElement, closed: () => void): void {
  const rows = KEYS.map(([keys, act]) => h('tr', {}, h('th', { scope: 'row' }, keys), h('td', {}, act)))
  const close = h(
    'button',
    { type: 'button', class: 'button button--primary', onclick: () => dialog.close() },
    'Fechar',
  )
  const dialog = h(
    'dialog',
    { class: 'editor-dialog editor-help', 'aria-label': 'Ajuda do editor' },
    h('h2', { class: 'editor-dialog-title' }, 'Teclas do editor'),
    h('table', { class: 'editor-keys' }, h('tbody', {}, ...rows)),
    h('div', { class: 'editor-dialog-actions' }, close),
  )
  dialog.addEventListener('close', () => {
    dialog.remove()
    closed()
  })
  place.append(dialog)
  dialog.showModal()
}
