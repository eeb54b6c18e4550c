import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { projectRoot } from '../project-root.ts'

export interface TypstPage {
  /** `document.typ`, or a source of a few lines. */
  readonly main: { readonly template: string } | { readonly source: string }
  /** Files that the source reads, by their address from the root of the workspace. */
  readonly files: Readonly<Record<string, Uint8Array | string>>
  /** ISO 8601 moment written into the PDF. */
  readonly createdAt: string
  readonly standard: 'a-2a' | '1.7'
}

/**
 * The page maker, with the templates of the house. Every call blocks: this runs only in the worker process. Typst reads
 * nothing outside the workspace.
 */
export interface Typst {
  /** Throws `TypstProblem` where the source does not compile or the standard cannot be kept. */
  readonly pdf: (page: TypstPage) => TypstPdf
  /** What the engine says against a source, undefined when it compiles; nothing is written. */
  readonly complaint: (page: Pick<TypstPage, 'main' | 'files'>) => string | undefined
  readonly forget: () => void
}

export interface TypstPdf {
  readonly bytes: Uint8Array
  readonly pages: number
  /** The values of the `metadata` that the source labels `<told>`. */
  readonly told: readonly unknown[]
}

export class TypstProblem extends Error {
  override readonly name = 'TypstProblem'
}

export function openTypst(workspace: string): Typst {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [] })
  const place = (address: string) => join(workspace, address)
  const folder = join(projectRoot, 'src', 'platform', 'pdf', 'templates')
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.typ')))
    compiler.addSource(place(`templates/${name}`), readFileSync(join(folder, name), 'utf8'))

  function withFiles<Answer>(files: TypstPage['files'], use: () => Answer): Answer {
    for (const [address, content] of Object.entries(files)) compiler.mapShadow(place(address), Buffer.from(content))
    try {
      return use()
    } finally {
      for (const address of Object.keys(files)) compiler.unmapShadow(place(address))
    }
  }

  function compile(main: TypstPage['main']): NodeTypstDocument {
    const compiled = compiler.compile({
      ...('template' in main
        ? { mainFilePath: place(`templates/${main.template}`) }
        : { mainFileContent: main.source }),
      resetRead: true,
    })
    if (compiled.result) return compiled.result
    const error = compiled.takeError()
    throw new TypstProblem(error ? messagesOf(compiler.fetchDiagnostics(error)) : 'no result')
  }

  return {
    pdf: ({ main, files, createdAt, standard }) =>
      withFiles(files, () => {
        const document = compile(main)
        try {
          const creationTimestamp = Math.floor(Date.parse(createdAt) / 1000)
          const bytes = compiler.pdf(document, { pdfStandard: standard, creationTimestamp })
          const told = compiler.query(document, { selector: '<told>', field: 'value' })
          return { bytes, pages: document.numOfPages, told: Array.isArray(told) ? told : [] }
        } catch (error) {
          throw new TypstProblem(error instanceof Error ? error.message : String(error))
        }
      }),
    complaint: ({ main, files }) =>
      withFiles(files, () => {
        try {
          compile(main)
          return undefined
        } catch (error) {
          if (error instanceof TypstProblem) return error.message
          throw error
        }
      }),
    forget: () => compiler.evictCache(0),
  }
}

function messagesOf(diagnostics: readonly unknown[]): string {
  return diagnostics
    .map((one) => (typeof one === 'object' && one !== null && 'message' in one ? String(one.message) : String(one)))
    .join('; ')
}
