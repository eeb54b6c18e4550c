/** The little of the browser's recognition of speech that is used here; its types are not yet those of TypeScript. */
export interface Recognition extends EventTarget {
  lang: string
  continuous: boolean
  interimResults: boolean
  processLocally: boolean
  start(): void
  stop(): void
  abort(): void
}

export interface HeardEvent extends Event {
  readonly resultIndex: number
  readonly results: ArrayLike<{ readonly isFinal: boolean; readonly [at: number]: { readonly transcript: string } }>
}

type Availability = 'available' | 'downloadable' | 'downloading' | 'unavailable'
interface Asked {
  readonly langs: readonly string[]
  readonly processLocally: true
}
interface RecognitionKind {
  new (): Recognition
  available?(asked: Asked): Promise<Availability>
  install?(asked: Asked): Promise<boolean>
}

/** Recognition on this computer and nowhere else. */
export interface LocalRecognition {
  readonly availability: () => Promise<Availability>
  readonly install: () => Promise<boolean>
  /** Undefined where the browser does not promise that the voice stays here: then nothing may be started. */
  readonly make: () => Recognition | undefined
}

const asked: Asked = { langs: ['pt-BR'], processLocally: true }

/** Undefined in browsers that cannot say where they recognize speech: those send the voice to others. */
export function findLocalRecognition(): LocalRecognition | undefined {
  const known = window as unknown as Record<string, RecognitionKind | undefined>
  const Kind = known.SpeechRecognition ?? known.webkitSpeechRecognition
  if (typeof Kind?.available !== 'function' || typeof Kind.install !== 'function') return undefined
  return {
    availability: async () => (await Kind.available?.(asked)) ?? 'unavailable',
    install: async () => (await Kind.install?.(asked)) === true,
    make: () => {
      const recognition = new Kind()
      // A browser that does not know the word would take it without a sound, and send the voice away.
      if (!('processLocally' in recognition)) return undefined
      recognition.processLocally = true
      if (recognition.processLocally !== true) return undefined
      return Object.assign(recognition, { lang: 'pt-BR', continuous: true, interimResults: true })
    },
  }
}
