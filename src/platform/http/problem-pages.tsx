import { LinkButton, Message, PlainShell, renderDocument, TextArea } from '../../ui/index.ts'
import type { PageContext } from '../../ui/page-context.ts'
import type { Platform } from '../platform.ts'
import { openAssets } from './assets.ts'
import type { Answer, Visit } from './visit.ts'

type HtmlAnswer = Extract<Answer, { kind: 'html' }>

/** The same page for what is not there and for what is not for this person. */
export function plainProblem(visit: Visit, _kind: 'not-found'): HtmlAnswer {
  const { unit } = visit.page.actor ?? {}
  const page = (
    <PlainShell page={visit.page} title="Página não encontrada">
      <p>Não há nada neste endereço, ou o que há nele não está disponível para você nesta unidade.</p>
      <p>Confira o número digitado. Se você trabalha em mais de uma unidade, troque de unidade e tente de novo.</p>
      <p>
        <LinkButton href={unit ? `/em/${unit.slug}/mesa` : '/'} kind="primary">
          {unit ? 'Voltar à mesa de processos' : 'Ir para a página inicial'}
        </LinkButton>
      </p>
    </PlainShell>
  )
  return { kind: 'html', status: 404, body: renderDocument(page) }
}

/** The form did not come from a page of this session: old tab, or somebody else's page. */
export function forbiddenForm(visit: Visit): HtmlAnswer {
  const page = (
    <PlainShell page={visit.page} title="O formulário venceu">
      <Message kind="warning">Nada foi alterado. A página do formulário era de uma sessão anterior.</Message>
      <WhatWasTyped visit={visit} />
      <p>
        <LinkButton href={visit.cameFrom || '/inicio'} kind="primary">
          Abrir a página de novo
        </LinkButton>
      </p>
    </PlainShell>
  )
  return { kind: 'html', status: 403, body: renderDocument(page) }
}

/** The session ended while a form was being filled in: nothing is done, and nothing typed is lost. */
export function expiredSession(visit: Visit): HtmlAnswer {
  const page = (
    <PlainShell page={visit.page} title="Sua sessão terminou">
      <Message kind="warning">Nada foi alterado. Entre de novo e repita o envio.</Message>
      <WhatWasTyped visit={visit} />
      <p>
        <LinkButton href={`/entrar?depois=${encodeURIComponent(visit.cameFrom || '/inicio')}`} kind="primary">
          Entrar de novo
        </LinkButton>
      </p>
    </PlainShell>
  )
  return { kind: 'html', status: 403, body: renderDocument(page) }
}

/** A form that was answered already came again with other words: which of the two is meant, only its sender knows. */
export function sentBefore(visit: Visit, location: string): HtmlAnswer {
  const page = (
    <PlainShell page={visit.page} title="Este formulário já foi enviado">
      <Message kind="warning">
        O primeiro envio valeu. Este, com outro conteúdo, não foi feito: abra o formulário de novo para enviá-lo.
      </Message>
      <WhatWasTyped visit={visit} />
      <p>
        <LinkButton href={visit.cameFrom || location} kind="primary">
          Abrir o formulário de novo
        </LinkButton>{' '}
        <LinkButton href={location}>Ver o resultado do primeiro envio</LinkButton>
      </p>
    </PlainShell>
  )
  return { kind: 'html', status: 409, body: renderDocument(page) }
}

const secretField = /senha|password|_csrf|_chave|codigo/i

/** Words, and not what was chosen from a list: numbers, days, marks and single plain words come back with one click. */
function isTyped(value: unknown): value is string {
  return typeof value === 'string' && value.trim().length >= 4 && !/^[\d\s:.,/-]*$|^[a-z0-9-]+$/.test(value.trim())
}

/** The name of a field in its nearest words: `texto_complementar` is “Texto complementar”. */
function asWords(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function WhatWasTyped({ visit }: { visit: Visit }) {
  const typed = Object.entries(visit.form).flatMap(([name, value]) =>
    secretField.test(name)
      ? []
      : [value]
          .flat()
          .filter(isTyped)
          .map((text) => ({ name, text })),
  )
  if (typed.length === 0) return null
  return (
    <section>
      <h2>O que você digitou</h2>
      <p>Copie o que precisar antes de sair desta página.</p>
      {typed.map(({ name, text }, index) => (
        <TextArea
          key={`${name} ${index}`}
          name={`${name}-${index}`}
          label={asWords(name)}
          value={text}
          rows={text.length > 80 ? 8 : 2}
        />
      ))}
    </section>
  )
}

const sentences: Record<number, { title: string; text: string }> = {
  400: {
    title: 'Pedido mal formado',
    text: 'O navegador enviou um pedido que o sistema não entende. Volte e tente de novo.',
  },
  404: { title: 'Página não encontrada', text: 'Não há nada neste endereço. Confira se ele foi copiado por inteiro.' },
  413: { title: 'Envio grande demais', text: 'O que foi enviado passa do tamanho permitido. Nada foi alterado.' },
  429: { title: 'Muitos pedidos seguidos', text: 'Espere um minuto e tente de novo. Nada foi perdido.' },
  500: {
    title: 'Algo deu errado',
    text: 'O pedido não pôde ser concluído e nada foi alterado pela metade. Tente de novo; se continuar, informe o código abaixo ao suporte.',
  },
  503: {
    title: 'O banco de dados está voltando',
    text: 'O banco de dados não respondeu. Nada foi alterado pela metade. Espere alguns segundos e envie de novo a mesma página: nada será feito duas vezes.',
  },
  507: {
    title: 'Não há espaço no servidor',
    text: 'O disco do servidor está cheio ou com defeito, e nada foi alterado. Continue lendo à vontade e avise o suporte; quando estiver resolvido, envie de novo.',
  },
}

/** For programs that read no pages: the editor keeps the text on the device and comes again by itself. */
export const tooBusyJson = {
  problema: 'sobrecarga',
  message:
    'Há mais pedidos do que o sistema consegue atender agora. Nada foi alterado. Tente de novo em alguns segundos.',
} as const

/** There is more to do than can be done. Loading the page again asks the same again, and does nothing twice. */
export function tooBusyPage(platform: Platform, changes: boolean): string {
  const page = (
    <PlainShell page={barePage(platform)} title="Muitos pedidos ao mesmo tempo">
      <p>Há mais gente pedindo do que o sistema consegue atender agora. Não é erro seu, e nada foi alterado.</p>
      {changes ? (
        <p>
          <strong>Espere alguns segundos e recarregue esta página</strong> (tecla F5): o navegador pergunta se pode
          enviar de novo o que você preencheu. Pode confirmar: nada será feito duas vezes.
        </p>
      ) : (
        <p>
          <strong>Espere alguns segundos e recarregue esta página</strong> (tecla F5).
        </p>
      )}
    </PlainShell>
  )
  return renderDocument(page)
}

function barePage(platform: Platform): PageContext {
  return {
    asset: openAssets(),
    csrf: '',
    path: '',
    installationName: platform.config.installationName,
    demo: platform.demo,
    version: platform.version,
    now: platform.clock(),
  }
}

/** A problem found before or outside of any visit: unknown address, body too large, fault. */
export function bareProblem(platform: Platform, status: number, code?: string): string {
  const known = sentences[status] ?? sentences[status >= 500 ? 500 : 400]
  return renderDocument(
    <PlainShell page={barePage(platform)} title={known?.title ?? ''}>
      <p>{known?.text}</p>
      {code && status >= 500 ? (
        <p>
          Código para o suporte: <strong>{code}</strong>
        </p>
      ) : null}
      <p>
        <LinkButton href="/" kind="primary">
          Ir para a página inicial
        </LinkButton>
      </p>
    </PlainShell>,
  )
}
