import { Details } from '../../../ui/index.ts'

/** How to write a search (PES-003), with examples. */
export function SearchHelp({ open }: { open?: boolean | undefined }) {
  return (
    <Details summary="Como escrever a pesquisa" open={open} id="como-pesquisar">
      <dl class="search-help">
        <dt>
          <code>pedido restituição</code>
        </dt>
        <dd>As duas palavras, em qualquer ordem. Acentos e maiúsculas não fazem diferença.</dd>
        <dt>
          <code>"prestação de contas"</code>
        </dt>
        <dd>As palavras juntas e nesta ordem.</dd>
        <dt>
          <code>licita*</code>
        </dt>
        <dd>Toda palavra que comece assim: licitação, licitante, licitado. São precisas ao menos três letras.</dd>
        <dt>
          <code>ponte ou viaduto</code>
        </dt>
        <dd>Uma das palavras, ou as duas.</dd>
        <dt>
          <code>ponte não pedágio</code>
        </dt>
        <dd>Só o que fala de ponte e não fala de pedágio.</dd>
        <dt>
          <code>(ponte ou viaduto) e reforma</code>
        </dt>
        <dd>Os parênteses dizem o que vai junto.</dd>
        <dt>
          <code>00110.000001/2026-11</code>
        </dt>
        <dd>O número de um processo ou documento, com ou sem pontuação, abre direto.</dd>
      </dl>
    </Details>
  )
}
