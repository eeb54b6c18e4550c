/**
 * Every key of the house, as data: the browser acts by it, the help shows it, a test presses each. It is SEI's own map
 * (EST-036), so that hands that know it need not learn another, and the palette of commands besides.
 */

/** What a key does. Targets are the names that pages give to their parts (`data-atalho`). */
export type Deed =
  /** Follows a link, or presses a button, wherever it is. */
  | { readonly do: 'follow'; readonly target: string }
  /** Opens a menu; where it stands open already, goes to the first of `orFocus`. */
  | { readonly do: 'open'; readonly target: string; readonly orFocus: string }
  /** Takes the focus to a named part, or else to the first or last thing in sight of a selector. */
  | {
      readonly do: 'focus'
      readonly target?: string
      readonly first?: string
      readonly last?: string
      /** Where nothing of this is on the page: a link to the page that has it. */
      readonly orFollow?: string
    }
  /** One row up or down in a table. */
  | { readonly do: 'row'; readonly step: 1 | -1 }
  | { readonly do: 'palette' }
  /** The editor does it itself. */
  | { readonly do: 'editor' }

export interface Key {
  /** As the browser's event is named: Ctrl, Alt, Shift in this order, then the key. */
  readonly name: string
  /** As people read it. */
  readonly told: string
  readonly what: string
  readonly place: 'page' | 'editor'
  readonly deed: Deed
}

const page = (name: string, told: string, what: string, deed: Deed): Key => ({ name, told, what, place: 'page', deed })
const editor = (name: string, told: string, what: string): Key => ({
  ...{ name, told, what },
  place: 'editor',
  deed: { do: 'editor' },
})

export const keyboardMap: readonly Key[] = [
  page('Ctrl+K', 'Ctrl + K', 'vai para qualquer página ou ação: escreva parte do nome', { do: 'palette' }),
  page('Alt+F1', 'Alt + F1', 'abre a ajuda', { do: 'follow', target: 'ajuda' }),
  page('Alt+F2', 'Alt + F2', 'abre a mesa (Controle de Processos)', { do: 'follow', target: 'mesa' }),
  page('Alt+F3', 'Alt + F3', 'abre o painel de controle', { do: 'follow', target: 'painel' }),
  page('Alt+F9', 'Alt + F9', 'vai para o menu', { do: 'open', target: 'menu', orFocus: '.navigation a' }),
  page('Alt+F10', 'Alt + F10', 'vai para a pesquisa rápida', { do: 'focus', target: 'pesquisa-rapida' }),
  page('Alt+F11', 'Alt + F11', 'troca de unidade', { do: 'open', target: 'unidade', orFocus: '.navigation a' }),
  page('Alt+F12', 'Alt + F12', 'sai do sistema', { do: 'follow', target: 'sair' }),
  page('Alt+M', 'Alt + M', 'procura no menu', { do: 'palette' }),
  page('Alt+T', 'Alt + T', 'vai para o título da página', { do: 'focus', target: 'titulo' }),
  page('Alt+B', 'Alt + B', 'vai para o primeiro botão da página', {
    ...{ do: 'focus', target: 'primeiro-botao', first: 'main .button, main .action' },
  }),
  page('Alt+ArrowUp', 'Alt + ↑', 'vai à linha anterior de uma tabela', { do: 'row', step: -1 }),
  page('Alt+ArrowDown', 'Alt + ↓', 'vai à linha seguinte de uma tabela', { do: 'row', step: 1 }),
  page('Alt+R', 'Alt + R', 'vai para os processos recebidos, na mesa', {
    ...{ do: 'focus', target: 'recebidos', orFollow: '.tabs a[href*="lista=recebidos"]' },
  }),
  page('Alt+G', 'Alt + G', 'vai para os processos gerados, na mesa', {
    ...{ do: 'focus', target: 'gerados', orFollow: '.tabs a[href*="lista=gerados"]' },
  }),
  page('Ctrl+Alt+R', 'Ctrl + Alt + R', 'vai para a raiz da árvore do processo', {
    ...{ do: 'focus', target: 'raiz-da-arvore' },
  }),
  page('Ctrl+Alt+S', 'Ctrl + Alt + S', 'vai para o item selecionado da árvore', {
    ...{ do: 'focus', target: 'item-da-arvore' },
  }),
  page('Ctrl+Alt+F', 'Ctrl + Alt + F', 'vai para a barra de ícones', {
    ...{ do: 'focus', first: '[data-atalho="barra-de-acoes"] .action' },
  }),
  page('Ctrl+Alt+V', 'Ctrl + Alt + V', 'vai para o conteúdo', {
    ...{ do: 'focus', target: 'conteudo-do-documento', first: '#conteudo' },
  }),
  page('Ctrl+Alt+U', 'Ctrl + Alt + U', 'vai para o último item da árvore', { do: 'focus', last: '.tree .tree__link' }),
  editor('Ctrl+Alt+S', 'Ctrl + Alt + S ou Ctrl + S', 'salva uma versão'),
  editor('Ctrl+Shift+A', 'Ctrl + Shift + A', 'salva e assina'),
  editor('Ctrl+Shift+L', 'Ctrl + Shift + L', 'insere um link'),
  editor('Ctrl+Shift+X', 'Ctrl + Shift + X', 'insere um texto padrão ou uma variável'),
  editor('Ctrl+Shift+V', 'Ctrl + Shift + V', 'cola só o texto'),
  editor('Alt+0', 'Alt + 0', 'abre a ajuda do editor'),
]
