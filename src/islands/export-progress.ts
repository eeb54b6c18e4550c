/**
 * Moves the bar of a copy that is being made, without asking for the whole page again. When the copy is ready, or could
 * not be made, the page is opened anew: it then says everything.
 */
const everyMs = 2000
const place = document.querySelector<HTMLElement>('[data-ilha="andamento-da-copia"]')
const address = place?.dataset.endereco
if (place && address) void watch(place, address)

type Progress = { readonly situacao: string; readonly feitos: number; readonly total: number; readonly texto: string }

async function watch(place: HTMLElement, address: string): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, everyMs))
    if (document.hidden) continue
    const progress = await ask(address)
    if (progress === 'over') return location.reload()
    if (progress) show(place, progress)
  }
}

/** Undefined where the network or the server does not answer now: it is asked again. */
async function ask(address: string): Promise<Progress | 'over' | undefined> {
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json' }, redirect: 'error' })
    if (answer.status === 404) return 'over'
    if (!answer.ok) return undefined
    const progress = (await answer.json()) as Progress
    return progress.situacao === 'queued' || progress.situacao === 'working' ? progress : 'over'
  } catch {
    return undefined
  }
}

function show(place: HTMLElement, { feitos, total, texto }: Progress): void {
  const bar = place.querySelector('progress')
  const words = place.querySelector('.progress__text')
  if (bar) {
    bar.max = Math.max(1, total)
    bar.value = feitos
    bar.setAttribute('aria-label', `${place.dataset.rotulo ?? 'Cópia'}: ${texto}`)
  }
  if (words) words.textContent = texto
  announce(place, total > 0 ? Math.floor((4 * feitos) / total) : 0, texto)
}

/** People who listen hear of each quarter, not of each document. */
function announce(place: HTMLElement, quarter: number, words: string): void {
  const notice = place.querySelector<HTMLElement>('[data-aviso]')
  if (!notice || notice.dataset.aviso === String(quarter)) return
  notice.dataset.aviso = String(quarter)
  notice.textContent = words
}
