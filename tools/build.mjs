// Builds the program with esbuild: what the server runs into `dist/`, what browsers fetch into `dist/public/`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip, constants as zlib } from 'node:zlib'
import * as esbuild from 'esbuild'

/** Commands beside the server that are bundled like it, because Node alone does not read TSX. */
const commands = {
  bench: 'bench/main.ts',
  faults: 'tools/faults/main.ts',
  load: 'tools/load/main.ts',
  tamper: 'tools/tamper/main.ts',
  backup: 'tools/backup.ts',
  restore: 'tools/restore.ts',
  'verify-history': 'tools/verify-history.ts',
  'import-demo': 'tools/import-demo.ts',
}

/** Builds everything that exists under `root` into the folder `output`. Rejects with esbuild's errors. */
export async function build({ root, output }) {
  await mkdir(join(output, 'public'), { recursive: true })
  try {
    // Both have ended before one that failed is told: whoever clears the folder away finds nobody writing into it.
    const [server, forBrowsers] = await Promise.allSettled([buildServer(root, output), buildPublic(root, output)])
    for (const { reason } of [server, forBrowsers]) if (reason) throw reason
    const manifest = manifestOf(forBrowsers.value, root, output)
    await writeFile(join(output, 'public', 'manifest.json'), JSON.stringify(manifest, null, 2))
    await compress(join(output, 'public'))
  } finally {
    // esbuild's own process would otherwise stay as long as ours.
    await esbuild.stop()
  }
}

/** What browsers fetch, without the rest: for who only asks whether it comes out the same. */
export async function buildIslands({ root, output }) {
  await mkdir(join(output, 'public'), { recursive: true })
  try {
    const result = await buildPublic(root, output)
    await writeFile(join(output, 'public', 'manifest.json'), JSON.stringify(manifestOf(result, root, output), null, 2))
  } finally {
    await esbuild.stop()
  }
}

function buildServer(root, output) {
  return esbuild.build({
    absWorkingDir: root,
    entryPoints: serverEntries(root),
    outdir: output,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: '#jsx',
    logLevel: 'silent',
  })
}

/** `src/main.ts`, each `*.worker.ts` by its own name, each `worker.ts` by the name of its folder, and the commands. */
function serverEntries(root) {
  const entries = { main: 'src/main.ts', ...commands }
  for (const path of filesUnder(root, 'src')) {
    const worker = /(?:^|\.)worker\.ts$/.test(basename(path))
    if (!worker) continue
    const name = basename(path) === 'worker.ts' ? `${basename(dirname(path))}.worker` : basename(path, '.ts')
    if (entries[name]) throw new Error(`${path} and ${entries[name]} would both become ${name}.js`)
    entries[name] = path
  }
  return Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(join(root, path))))
}

/** Names carry a hash of the content, so that browsers may keep them for ever. */
function buildPublic(root, output) {
  return esbuild.build({
    absWorkingDir: root,
    entryPoints: publicEntries(root),
    outdir: join(output, 'public'),
    outbase: '.',
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    platform: 'browser',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    format: 'esm',
    minify: true,
    splitting: false,
    sourcemap: false,
    legalComments: 'none',
    loader: { '.woff2': 'file', '.woff': 'file', '.svg': 'file', '.png': 'file' },
    metafile: true,
    // The same bytes wherever the packages really lie: their paths order what is put together.
    preserveSymlinks: true,
    logLevel: 'silent',
  })
}

function publicEntries(root) {
  const islands = join(root, 'src', 'islands')
  const names = existsSync(islands) ? readdirSync(islands) : []
  const entries = names.filter((name) => /\.(ts|css)$/.test(name) && !/\.(test|d)\.ts$/.test(name))
  const paths = entries.map((name) => `src/islands/${name}`)
  const style = 'src/ui/styles/main.css'
  return existsSync(join(root, style)) ? [style, ...paths] : paths
}

/** Logical name (`main.css`, `document-editor.js`) → published name. */
function manifestOf(result, root, output) {
  const manifest = {}
  for (const [path, { entryPoint }] of Object.entries(result.metafile.outputs)) {
    if (!entryPoint) continue
    const logical = basename(entryPoint).replace(/\.ts$/, '.js')
    manifest[logical] = relative(join(output, 'public'), join(root, path))
  }
  return Object.fromEntries(Object.entries(manifest).sort())
}

/** `.br` and `.gz` beside each text, at the strength that no server could afford on each answer. */
async function compress(folder) {
  const texts = readdirSync(folder).filter((name) => /\.(js|css|svg)$/.test(name))
  await Promise.all(
    texts.map(async (name) => {
      const content = readFileSync(join(folder, name))
      const params = { [zlib.BROTLI_PARAM_QUALITY]: 11, [zlib.BROTLI_PARAM_SIZE_HINT]: content.length }
      await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(content, { params }))
      await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(content, { level: 9 }))
    }),
  )
}

function filesUnder(root, folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .sort()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  await rm(join(root, 'dist'), { recursive: true, force: true })
  await build({ root, output: join(root, 'dist') })
}
