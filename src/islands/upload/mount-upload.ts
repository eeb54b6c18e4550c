import { makeLine } from './file-line.ts'
import { openQueue } from './queue.ts'
import { sendFile } from './send-file.ts'

/** How many files travel at once: more would only make each of them slower. */
const atOnce = 2

/** Takes over the field for files: chosen or dropped, each goes at once, with its progress and what is said of it. */
export function mountUpload(place: HTMLElement): void {
  const { envioUrl } = place.dataset
  const form = place.closest('form')
  const input = place.querySelector<HTMLInputElement>('input[type="file"]')
  const zone = place.querySelector<HTMLElement>('.drop-zone')
  const list = place.querySelector<HTMLElement>('[data-recebidos]')
  if (!envioUrl || !form || !input || !zone || !list) return

  const csrf = form.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? ''
  const announce = announcer(place)
  const queue = openQueue(atOnce)
  let waitsToSend = false

  const send = (file: File) => {
    const line = makeLine(file, { retry: () => attempt(), gone: () => {} })
    list.append(line.element)
    const attempt = () =>
      queue.add(async () => {
        line.sending(0)
        const outcome = await sendFile({ url: envioUrl, csrf, file, progress: line.sending })
        line.settle(outcome)
        announce(outcome.kind === 'received' ? `${file.name}: recebido.` : `${file.name}: ${outcome.message}`)
      })
    attempt()
  }
  const take = (files: FileList | null | undefined) => {
    for (const file of files ?? []) send(file)
    // What is on its way must not go again with the form.
    input.value = ''
  }

  input.addEventListener('change', () => take(input.files))
  acceptDrops(zone, take)
  form.addEventListener('submit', (event) => {
    if (!queue.busy()) return
    event.preventDefault()
    event.stopImmediatePropagation()
    waitsToSend = true
    announce('Os arquivos ainda estão chegando. O formulário segue quando terminarem.')
  })
  queue.onIdle(() => {
    if (waitsToSend) form.requestSubmit()
    waitsToSend = false
  })
}

function acceptDrops(zone: HTMLElement, take: (files: FileList | undefined) => void): void {
  const hint = document.createElement('span')
  hint.className = 'secondary'
  hint.textContent = 'ou arraste os arquivos para cá'
  zone.append(hint)
  for (const name of ['dragenter', 'dragover'] as const) {
    zone.addEventListener(name, (event) => {
      event.preventDefault()
      zone.classList.add('drop-zone--over')
    })
  }
  for (const name of ['dragleave', 'drop'] as const)
    zone.addEventListener(name, () => zone.classList.remove('drop-zone--over'))
  zone.addEventListener('drop', (event) => {
    event.preventDefault()
    take(event.dataTransfer?.files)
  })
}

/** Says what became of each file to who does not see the list. */
function announcer(place: HTMLElement): (text: string) => void {
  const region = document.createElement('p')
  region.className = 'upload-list__news'
  region.setAttribute('role', 'status')
  place.append(region)
  return (text) => {
    region.textContent = text
  }
}
