import { addresses, Link, type PageContext, PublicShell } from '../../../ui/index.ts'
import { SearchStyle } from '../../search/index.ts'
import { KeyboardMap } from './keyboard-map.page.tsx'

/** The declaration of accessibility (Lei 13.146/2015, art. 63; eMAG). */
export function AccessibilityPage({ page }: { page: PageContext }) {
  return (
    <PublicShell
      page={page}
      title="Acessibilidade"
      lead="Este sistema foi feito para que todas as pessoas possam usá-lo, com ou sem tecnologia assistiva."
      breadcrumb={[{ label: 'Página inicial', href: addresses.publicHome }, { label: 'Acessibilidade' }]}
    >
      <SearchStyle page={page} />
      <div class="prose">
        <h2>O que você pode esperar</h2>
        <ul>
          <li>Todas as páginas funcionam só com o teclado, e o lugar em que você está fica sempre visível.</li>
          <li>Cada página começa com atalhos para o conteúdo, o menu, a pesquisa e o rodapé.</li>
          <li>Leitores de tela encontram títulos, listas, tabelas e formulários com nome.</li>
          <li>Nenhuma informação depende só da cor: há sempre uma palavra ou uma forma junto.</li>
          <li>O texto pode ser ampliado até 200 % e as páginas cabem em telas de 320 pixels de largura.</li>
          <li>Os erros aparecem em palavras, ao lado do campo e no alto da página; o que foi digitado não se perde.</li>
          <li>As preferências do aparelho por alto contraste e menos movimento são respeitadas.</li>
          <li>Ler, pesquisar, enviar e assinar não exigem JavaScript.</li>
        </ul>
        <h2>Padrões seguidos</h2>
        <p>
          As páginas seguem as Diretrizes de Acessibilidade para Conteúdo Web (WCAG) 2.2, nível AA, e o Modelo de
          Acessibilidade em Governo Eletrônico (eMAG), como pede o artigo 63 da Lei nº 13.146/2015, o Estatuto da Pessoa
          com Deficiência. Cada página é conferida por programa a cada mudança do sistema.
        </p>
        <h2>O que ainda não é acessível</h2>
        <p>
          Documentos recebidos como imagem, áudio ou vídeo são mostrados como vieram e podem não ter descrição, legenda
          ou texto selecionável. Se precisar de um deles em outro formato, peça ao órgão responsável pelo processo.
        </p>
      </div>
      <KeyboardMap />
      <div class="prose">
        <h2>Encontrou uma dificuldade?</h2>
        <p>
          Fale com o órgão pelos canais de atendimento dele e diga em que página você estava e o que tentou fazer. A{' '}
          <Link href={addresses.help}>página de ajuda</Link> explica os primeiros passos.
        </p>
      </div>
    </PublicShell>
  )
}
