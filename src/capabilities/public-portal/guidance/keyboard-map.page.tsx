import { type Key, keyboardMap } from '../../../keyboard/keyboard-map.ts'
import { Table } from '../../../ui/index.ts'

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
      <p class="public-note">
        Num campo em que se escreve, uma tecla que escreve um sinal continua a escrevê-lo: AltGr, por exemplo, nunca é
        atalho.
      </p>
      <KeysTable id="tabela-de-atalhos" caption="Em todas as páginas" keys={keysOf('page')} />
      <KeysTable id="tabela-de-atalhos-do-editor" caption="No editor de documentos" keys={keysOf('editor')} />
    </section>
  )
}

const keysOf = (place: Key['place']) => keyboardMap.filter((key) => key.place === place)

function KeysTable({ id, caption, keys }: { id: string; caption: string; keys: readonly Key[] }) {
  return (
    <Table<Key>
      id={id}
      caption={caption}
      rows={keys}
      rowKey={({ name }) => name}
      columns={[
        { key: 'teclas', header: 'Teclas', rowHeader: true, width: 'narrow', cell: ({ told }) => told },
        { key: 'efeito', header: 'O que faz', width: 'wide', cell: ({ what }) => what },
      ]}
    />
  )
}
