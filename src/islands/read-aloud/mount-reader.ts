import { type Passage, passagesOf } from './passages.ts'

/** The buttons, and what they do: begin, pause and go on, stop. They are buttons: Tab, Enter, space; Esc stops. */
export function mountReader(
  place: HTMLElement,
  sheet: HTMLElement,
  speaker: SpeechSynthesis,
  voice: SpeechSynthesisVoice,
): void {
  const main = button('Ouvir o texto')
  const stop = button('Parar')
  const told = document.createElement('span')
  told.className = 'visually-hidden'
  told.setAttribute('role', 'status')
  stop.hidden = true
  place.setAttribute('role', 'group')
  place.setAttribute('aria-label', 'Leitura em voz alta')
  place.replaceChildren(main, stop, told)

  let passages: readonly Passage[] = []
  let next = 0
  /** Grows at each stop: what a voice still tells of before is of no more interest. */
  let run = 0
  let state: 'still' | 'reading' | 'paused' = 'still'

  const show = (now: typeof state, words: string) => {
    state = now
    place.dataset.estado = now
    main.textContent = { still: 'Ouvir o texto', reading: 'Pausar', paused: 'Continuar' }[now]
    if (now === 'still' && document.activeElement === stop) main.focus()
    stop.hidden = now === 'still'
    told.textContent = words
  }

  const hush = () => {
    run++
    speaker.cancel()
  }

  const speak = () => {
    const passage = passages[next]
    mark(sheet, passages, next)
    if (!passage) return end('A leitura terminou.')
    const mine = ++run
    const words = new SpeechSynthesisUtterance(passage.text)
    words.voice = voice
    words.lang = voice.lang
    words.onend = () => {
      if (run !== mine) return
      next++
      speak()
    }
    words.onerror = () => {
      if (run === mine) end('A voz deste computador não conseguiu ler o texto.')
    }
    speaker.speak(words)
  }

  const end = (words: string) => {
    hush()
    mark(sheet, [], 0)
    show('still', words)
  }

  main.addEventListener('click', () => {
    if (state === 'reading') {
      // Not every browser can pause a voice: it begins again with the sentence at which it was.
      hush()
      return show('paused', 'Leitura em pausa.')
    }
    if (state === 'still') {
      passages = passagesOf(sheet)
      next = 0
    }
    hush()
    show('reading', 'Lendo o texto.')
    speak()
  })
  stop.addEventListener('click', () => end('A leitura parou.'))
  place.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && state !== 'still') end('A leitura parou.')
  })
  window.addEventListener('pagehide', () => {
    if (state !== 'still') end('')
  })
}

/** Shows which paragraph is being read, and which were. */
function mark(sheet: HTMLElement, passages: readonly Passage[], next: number): void {
  for (const element of sheet.querySelectorAll<HTMLElement>('[data-ouvido]')) {
    delete element.dataset.ouvido
    element.removeAttribute('aria-current')
  }
  for (const { element } of passages.slice(0, next)) element.dataset.ouvido = 'lido'
  const now = passages[next]?.element
  if (!now) return
  now.dataset.ouvido = 'agora'
  now.setAttribute('aria-current', 'true')
  now.scrollIntoView({ block: 'nearest' })
}

function button(words: string): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button button--secondary button--small'
  made.textContent = words
  return made
}
