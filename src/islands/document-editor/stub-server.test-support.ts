import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import { blocks, doc, p, parseContent, type RichText, section, toPlainText } from '../../rich-text/index.ts'

/** The world behind the editor, small enough to hold in one hand; tests change it and look at it. */
export interface StubServer {
  readonly url: string
  readonly state: {
    content: RichText
    version: number
    savedBy: string
    csrf: string
    isSignedOut: boolean
    isDown: boolean
    /** Texts can be fetched, but not sent. */
    isDownForDrafts: boolean
    /** The next draft is the text of the version again. */
    isVersionAgain: boolean
    /** Answers to drafts get lost on the way back. */
    losesAnswers: boolean
    holder: { name: string; since: string } | null
    readonly versions: RichText[]
    readonly drafts: { content: RichText; session: string; sequence: number }[]
    readonly images: Buffer[]
    takenOver: number
  }
  readonly reset: () => void
  /** Somebody else saves this text. */
  readonly saveAsSomebodyElse: (content: RichText) => void
  readonly close: () => Promise<void>
}

export const sampleText = (): RichText =>
  doc(
    section('cabecalho', 'header', '{letterhead} Governo do Estado\n\n{letterhead} Secretaria da Tributação', {
      locked: true,
    }),
    section('titulo', 'title', [p('Despacho nº 123/2026', 'documentTitle')]),
    section('corpo', 'body', SAMPLE_BODY),
    section('assinatura', 'signature', '{signatory} @signatario_nome@\n\n{signatoryRole} @signatario_cargo@'),
    section('rodape', 'footer', '{smallPrint} Rua das Flores, 100 – Natal/RN', { locked: true }),
  )

const SAMPLE_BODY = `{addressee} À Coordenadoria de Finanças,

{indented} Trata-se do pedido de **renovação do contrato** de manutenção dos equipamentos da unidade.

{article} Fica autorizada a despesa, nos termos abaixo:

{romanItem} manutenção preventiva mensal;

{romanItem} substituição de peças:

{letteredItem} com garantia do fabricante;

{letteredItem} por peça equivalente.

| Item | Descrição | Valor |
|---|---|---|
| 1 | Manutenção mensal | R$ 1.200,00 |
| 2 | Peças | R$ 800,00 |

- primeira providência
- segunda providência

Encaminhe-se para as providências cabíveis, no prazo de *dez dias*.`

/** Serves the built editor, a page with the form that it takes the place of, and the addresses it talks to. */
export async function startStubServer(): Promise<StubServer> {
  const files = await buildEditor()
  const state: StubServer['state'] = { ...freshState(), versions: [], drafts: [], images: [] }
  const server = createServer((request, response) => {
    answer(request, response, state, files).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    state,
    reset: () => {
      Object.assign(state, freshState())
      for (const list of [state.versions, state.drafts, state.images]) list.length = 0
    },
    saveAsSomebodyElse: (content) => {
      Object.assign(state, { content, version: state.version + 1, savedBy: 'Maria Silva' })
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const freshState = () => ({
  content: sampleText(),
  version: 1,
  savedBy: 'João Souza',
  csrf: 'token-1',
  isSignedOut: false,
  isDown: false,
  isDownForDrafts: false,
  isVersionAgain: false,
  losesAnswers: false,
  holder: null,
  takenOver: 0,
})

async function buildEditor(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: ['src/islands/document-editor.ts', 'src/islands/document-editor.css', 'src/ui/styles/main.css'],
    outdir: '/',
    outbase: 'src',
    entryNames: '[name]',
    bundle: true,
    write: false,
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    loader: { '.woff2': 'dataurl', '.woff': 'dataurl', '.svg': 'dataurl' },
    logLevel: 'silent',
  })
  return new Map(outputFiles.map((file) => [`/${file.path.split(/[/\\]/).at(-1)}`, file.text]))
}

const POLICY = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'`

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  state: StubServer['state'],
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const { method = 'GET', url = '/' } = request
  const say = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  const file = files.get(url)
  if (file !== undefined) {
    response.writeHead(200, { 'content-type': url.endsWith('.js') ? 'text/javascript' : 'text/css' }).end(file)
    return
  }
  if (url === '/' || url === '/assinatura') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY })
    response.end(url === '/' ? page(state) : '<!doctype html><html lang="pt-BR"><title>Assinar</title><h1>Assinar</h1>')
    return
  }
  if (url === '/recusado') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY })
    response.end(`<!doctype html><html lang="pt-BR"><title>Editar</title><main><h1>Editar</h1>
      <div data-digitado-aqui data-documento="123" data-usuario="u1"></div></main>
      <script type="module" src="/document-editor.js"></script></html>`)
    return
  }
  if (url === '/favicon.ico') {
    response.writeHead(204).end()
    return
  }
  if (url.startsWith('/arquivos/')) {
    response.writeHead(200, { 'content-type': 'image/png' }).end(state.images.at(-1))
    return
  }
  const bytes = await bodyOf(request)
  if (state.isDown || (state.isDownForDrafts && url === '/rascunho')) {
    request.socket.destroy()
    return
  }
  if (state.isSignedOut) return say(401, { problema: 'sessao-encerrada', entrar: '/entrar' })
  const { version, savedBy } = state
  const savedAt = new Date().toISOString()
  if (url === '/conteudo') {
    const last = state.drafts.at(-1)
    const draft = last && { ...last, content: state.content, version, savedAt }
    return say(200, { content: state.content, version, savedAt, csrf: state.csrf, ...(draft ? { draft } : {}) })
  }
  if (url === '/textos')
    return say(200, [{ name: 'Encaminhamento', content: 'Encaminhe-se à **Assessoria Jurídica**.' }])
  if (url === '/assumir') {
    state.takenOver += 1
    response.writeHead(303, { location: '/' }).end()
    return
  }
  if (request.headers['x-csrf-token'] !== state.csrf) return say(403, { problema: 'formulario-vencido' })
  if (url === '/presenca') return say(200, { holder: state.holder, mine: state.holder === null })
  if (url === '/imagem') {
    state.images.push(bytes.subarray(bytes.indexOf('\r\n\r\n', bytes.indexOf('filename=')) + 4))
    return say(200, { src: `/arquivos/${createHash('sha256').update(bytes).digest('hex')}` })
  }
  const body = JSON.parse(bytes.toString())
  const parsed = parseContent(body.content)
  if (!parsed.ok) return say(422, { message: 'O texto tem um elemento que não é permitido.' })
  if (body.baseVersion !== version) return say(409, { content: state.content, version, savedAt, by: { name: savedBy } })
  state.content = parsed.content
  state.version += 1
  state.savedBy = 'João Souza'
  if (method === 'PUT') state.drafts.push({ content: parsed.content, session: body.session, sequence: body.sequence })
  else state.versions.push(parsed.content)
  if (state.losesAnswers) {
    request.socket.destroy()
    return
  }
  if (method === 'PUT' && state.isVersionAgain)
    return say(200, { version: state.version, savedAt, sameAsVersion: true, number: 1 })
  say(200, { version: state.version, savedAt, number: method === 'POST' ? state.versions.length : undefined })
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function page(state: StubServer['state']): string {
  const body = state.content.content.find(({ attrs }) => attrs.key === 'corpo') ?? section('corpo', 'body', blocks('x'))
  const plain = toPlainText(body).replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'))
  return `<!doctype html><html lang="pt-BR"><head><meta charset="utf-8"><title>Despacho</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="/main.css"><link rel="stylesheet" href="/document-editor.css">
    <script type="module" src="/document-editor.js"></script></head>
    <body><main class="main main--wide"><h1 class="heading__title">Despacho 123/2026</h1>
    <form data-editor method="post" action="/versao" data-titulo="Despacho 123/2026" data-documento="123" data-usuario="u1"
      data-conteudo-url="/conteudo" data-rascunho-url="/rascunho" data-versao-url="/versao" data-assinar-url="/assinatura"
      data-presenca-url="/presenca" data-assumir-url="/assumir" data-imagem-url="/imagem" data-textos-url="/textos">
      <input type="hidden" name="_csrf" value="${state.csrf}">
      <label for="corpo">Corpo</label><textarea id="corpo" name="corpo" rows="20">${plain}</textarea>
      <button type="submit">Salvar</button>
    </form></main></body></html>`
}
