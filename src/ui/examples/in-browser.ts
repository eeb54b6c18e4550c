import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** A built file, as the browser gets it. */
type BuiltFile = { readonly type: string; readonly content: Uint8Array }

/** The built style and script of every page, by logical name. */
export type BuiltAssets = ReadonlyMap<string, BuiltFile>

const root = fileURLToPath(new URL('../../../', import.meta.url))
const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
}

/** Builds the style and the shell's script as the product does: bundled and minified. */
export async function buildAssets(): Promise<BuiltAssets> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['src/ui/styles/main.css', 'src/islands/shell.ts'],
    outdir: 'estatico',
    entryNames: '[name]',
    assetNames: '[name]',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    loader: { '.woff2': 'file', '.svg': 'file' },
    logLevel: 'silent',
  })
  const built = result.outputFiles.map((file) => [nameOf(file.path), asFile(file.path, file.contents)] as const)
  return new Map(built)
}

/** Serves pages under their names, with the policy that the product sends: nothing inline may run or style. */
export async function servePages(pages: Readonly<Record<string, () => string>>, assets: BuiltAssets) {
  const server = createServer((request, response) => {
    const name = decodeURIComponent(nameOf(new URL(request.url ?? '/', 'http://localhost').pathname))
    response.setHeader(
      'content-security-policy',
      "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'",
    )
    const page = pages[name]
    const file = assets.get(name)
    if (request.method === 'POST') response.writeHead(204).end()
    else if (page) response.setHeader('content-type', 'text/html; charset=utf-8').end(page())
    else if (file) response.setHeader('content-type', file.type).end(file.content)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: (name: string) => `http://127.0.0.1:${port}/${name}`, close: () => closeServer(server) }
}

function asFile(path: string, content: Uint8Array): BuiltFile {
  return { type: types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream', content }
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? ''
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
