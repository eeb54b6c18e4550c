import { Table } from '../../../ui/index.ts'

interface Shortcut {
  readonly keys: string
  readonly what: string
}

const shortcuts: readonly Shortcut[] = [
  { keys: 'Alt + F1', what: 'abre a ajuda' },
  { keys: 'Alt + F2', what: 'abre a mesa' },
  { keys: 'Alt + F9 ou Alt + M', what: 'vai para o menu' },
  { keys: 'Alt + F10', what: 'vai para a pesquisa rápida' },
  { keys: 'Alt + F11', what: 'troca de unidade' },
  { keys: 'Alt + F12', what: 'sai do sistema' },
  { keys: 'Alt + T', what: 'vai para o título da página' },
  { keys: 'Alt + B', what: 'vai para o primeiro botão da página' },
  { keys: 'Alt + R', what: 'vai para os processos recebidos, na mesa' },
  { keys: 'Alt + G', what: 'vai para os processos gerados, na mesa' },
  { keys: 'Alt + ↑ e Alt + ↓', what: 'vão à linha anterior e à seguinte de uma tabela' },
  { keys: 'Ctrl + Alt + R', what: 'vai para a raiz da árvore do processo' },
  { keys: 'Ctrl + Alt + S', what: 'vai para o documento selecionado na árvore' },
  { keys: 'Ctrl + Alt + U', what: 'vai para o último documento da árvore' },
  { keys: 'Ctrl + Alt + F', what: 'vai para os botões de ação' },
  { keys: 'Ctrl + Alt + V', what: 'vai para o conteúdo do documento' },
]

/** All the keys of the house, for whoever works without a mouse. */
export function KeyboardMap() {
  return (
    <section aria-labelledby="atalhos">
      <h2 id="atalhos" tabindex={-1}>
        Atalhos do teclado
      </h2>
      <p class="public-note">
        Tudo o que se faz com o mouse se faz com as teclas Tab, Enter e espaço. Os atalhos abaixo encurtam o caminho.
        Quando o destino não existe na página, a tecla continua com o navegador.
      </p>
      <Table<Shortcut>
        id="tabela-de-atalhos"
        caption="Teclas e o que fazem"
        captionHidden
        rows={shortcuts}
        rowKey={({ keys }) => keys}
        columns={[
          { key: 'teclas', header: 'Teclas', rowHeader: true, width: 'narrow', cell: ({ keys }) => keys },
          { key: 'efeito', header: 'O que faz', width: 'wide', cell: ({ what }) => what },
        ]}
      />
    </section>
  )
}
