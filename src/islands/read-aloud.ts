import { mountReader } from './read-aloud/mount-reader.ts'

/** The text of a document, read aloud by a voice of this machine. Where there is none, nothing is offered. */
const place = document.querySelector<HTMLElement>('[data-ilha="ouvir"]')
const sheet = document.querySelector<HTMLElement>('.document-sheet')
const speaker = 'speechSynthesis' in window ? window.speechSynthesis : undefined
if (place && sheet && speaker) offer(place, sheet, speaker)

/** Voices may come later than the page. */
function offer(place: HTMLElement, sheet: HTMLElement, speaker: SpeechSynthesis): void {
  const voice = localVoice(speaker)
  if (voice) mountReader(place, sheet, speaker, voice)
  else speaker.addEventListener('voiceschanged', () => offer(place, sheet, speaker), { once: true })
}

/** Never one of the network: it would send the text of a case file to others. */
function localVoice(speaker: SpeechSynthesis): SpeechSynthesisVoice | undefined {
  const voices = speaker.getVoices().filter(({ localService, lang }) => localService && /^pt\b/i.test(lang))
  return voices.find(({ lang }) => /^pt[-_]br$/i.test(lang)) ?? voices[0]
}
