import { addresses, Link, type PageContext, PublicShell } from '../../../ui/index.ts'
import { SearchHelp, SearchStyle } from '../../search/index.ts'
import { KeyboardMap } from './keyboard-map.page.tsx'
import { TopicsToTeach } from './topics-to-teach.page.tsx'

/** The few things that everybody asks, on one page. */
export function HelpPage({ page }: { page: PageContext }) {
  return (
    <PublicShell
      page={page}
      title="Ajuda"
      lead="O essencial para consultar processos, conferir documentos e trabalhar no sistema."
      breadcrumb={[{ label: 'Página inicial', href: addresses.publicHome }, { label: 'Ajuda' }]}
    >
      <SearchStyle page={page} />
      <div class="prose">
        <h2>Consultar um processo</h2>
        <p>
          Na <Link href={addresses.publicSearch}>consulta de processos</Link>, digite o número do processo, com ou sem
          pontuação, ou palavras do assunto. A página do processo mostra onde ele está, os andamentos e os documentos
          públicos. Processos restritos e sigilosos não aparecem; quem precisa deles pede vista ao órgão.
        </p>
        <h2>Conferir se um documento é verdadeiro</h2>
        <p>
          Todo documento assinado traz no fim um código verificador, um código CRC e um código QR. Na página de{' '}
          <Link href={addresses.authenticity}>autenticidade</Link>, digite os dois códigos e compare o texto que aparece
          com o que você tem em mãos.
        </p>
        <h2>Pesquisar</h2>
        <SearchHelp open />
        <h2>Para quem trabalha aqui</h2>
        <ul>
          <li>
            <strong>Mesa</strong> é a sua primeira página: os processos abertos na unidade, recebidos e gerados. O que
            ainda não foi aberto por ninguém da unidade aparece em destaque.
          </li>
          <li>
            <strong>Processo</strong> é a página de cada processo: a árvore de documentos de um lado, o documento do
            outro e, acima, o que você pode fazer agora.
          </li>
          <li>
            <strong>Minuta</strong> é o documento ainda não assinado. As outras unidades veem que ela existe; o texto,
            só a unidade que o elabora.
          </li>
          <li>
            <strong>Público, restrito e sigiloso</strong> são os níveis de acesso. O público pode ser lido por todas as
            unidades; o restrito, pelas unidades por onde o processo passou; o sigiloso, só por quem tem credencial.
          </li>
          <li>
            <strong>Caneta amarela ou preta</strong>: enquanto é amarela, a unidade ainda pode corrigir o documento
            assinado, e as assinaturas perdem o efeito; quando fica preta, o documento não muda mais.
          </li>
          <li>
            <strong>Trocar de unidade</strong>: se você trabalha em mais de uma, escolha a unidade no alto da página.
          </li>
        </ul>
      </div>
      <TopicsToTeach />
      <KeyboardMap />
    </PublicShell>
  )
}
