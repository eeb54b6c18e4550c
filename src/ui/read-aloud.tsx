import type { PageContext } from './page-context.ts'

/**
 * Where the buttons that read the text of the page aloud come to stand: the first `.document-sheet` after it. Nothing is
 * seen of it without script, or in a browser without a Portuguese voice of its own machine: no text leaves for a voice.
 */
export function ReadAloud({ page }: { page: Pick<PageContext, 'asset'> }) {
  return (
    <>
      <div class="read-aloud" data-ilha="ouvir" />
      <script type="module" src={page.asset('read-aloud.js')} />
    </>
  )
}
