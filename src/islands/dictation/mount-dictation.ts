import type { Dictation, DictationPort } from '../document-editor/dictation.ts'
import { type Ending, endingOf, explainEnding, finishing, installing, listening } from './dictation.text.ts'
import { findLocalRecognition, type HeardEvent, type LocalRecognition, type Recognition } from './recognition.ts'
import { readSpoken, writeAfter } from './spoken-words.ts'
import { makeStrip } from './strip.ts'

type State = 'still' | 'preparing' | 'listening' | 'finishing'

/** Offers the button where the browser recognizes Portuguese on this computer, or can bring what it takes for that. */
export async function mountDictation(port: DictationPort): Promise<Dictation | undefined> {
  const local = findLocalRecognition()
  const availability = await local?.availability()
  if (!local || (availability !== 'available' && availability !== 'downloadable')) return undefined
  return offer(port, local)
}

function offer(port: DictationPort, local: LocalRecognition): Dictation {
  const strip = makeStrip(port.place)
  let state: State = 'still'
  let recognition: Recognition | undefined
  /** Something was heard since the browser began to listen: only then it listens on when it stops by itself. */
  let hasHeard = false

  const become = (next: State) => {
    state = next
    strip.show({ still: undefined, preparing: installing, listening, finishing }[next])
    port.refresh()
  }
  const end = (ending: Ending) => {
    const over = recognition
    recognition = undefined
    if (state === 'still') return
    become('still')
    over?.abort()
    port.tell(explainEnding(ending))
  }
  const obstructed = () => {
    const obstacle = port.obstacle()
    if (obstacle) end(obstacle)
    return obstacle !== undefined
  }

  const write = (heard: string) => {
    port.begin()
    for (const spoken of readSpoken(heard)) {
      if (obstructed()) return
      const { text, isItem } = port.beforeCaret()
      const done = port.write('ends' in spoken ? spoken.ends : { text: writeAfter(text, spoken, isItem) })
      if (!done) return end('locked')
    }
  }
  const hear = (event: HeardEvent) => {
    hasHeard = true
    const interim: string[] = []
    for (let at = event.resultIndex; at < event.results.length; at += 1) {
      const result = event.results[at]
      const words = result?.[0]?.transcript ?? ''
      if (!result?.isFinal) interim.push(words)
      else if (state !== 'still') write(words)
    }
    strip.hear(interim.join(' '))
  }
  const listen = () => {
    const made = local.make()
    if (!made) return end('gone')
    recognition = made
    hasHeard = false
    const mine = (act: () => void) => recognition === made && act()
    made.addEventListener('result', (event) => mine(() => hear(event as HeardEvent)))
    made.addEventListener('error', (event) => {
      mine(() => end(endingOf((event as Event & { error: string }).error)))
    })
    made.addEventListener('end', () =>
      mine(() => {
        if (state === 'finishing') end('asked')
        else if (hasHeard) listen()
        else end('silence')
      }),
    )
    try {
      made.start()
    } catch {
      end('failed')
    }
  }

  const begin = async () => {
    if (obstructed()) return
    become('preparing')
    try {
      const isThere = (await local.availability()) === 'available' || (await local.install())
      // Whoever pressed Esc meanwhile, or left, begins nothing.
      if (state !== 'preparing' || obstructed()) return
      if (!isThere) return end('not-installed')
      if ((await local.availability()) !== 'available') return end('gone')
    } catch {
      return end('not-installed')
    }
    if (state !== 'preparing' || obstructed()) return
    become('listening')
    port.focus()
    listen()
  }
  /** The last words still come. */
  const finish = () => {
    if (state !== 'listening' || !recognition) return end('asked')
    become('finishing')
    recognition.stop()
  }

  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || state === 'still' || document.querySelector('dialog[open]')) return
      event.preventDefault()
      event.stopPropagation()
      finish()
    },
    { capture: true },
  )
  addEventListener('pagehide', () => end('left'))
  document.addEventListener('visibilitychange', () => document.hidden && end('left'))
  port.offer({
    label: 'Ditar',
    words: 'Ditar',
    icon: 'microphone',
    act: () => (state === 'still' ? void begin() : finish()),
    isOn: () => state !== 'still',
  })
  port.refresh()
  return { watch: () => void (state === 'listening' && obstructed()) }
}
