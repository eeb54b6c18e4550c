/** The line in which one sees what is being heard, apart from the text. */
export interface Strip {
  /** Undefined takes it away. */
  readonly show: (sentence: string | undefined) => void
  readonly hear: (words: string) => void
}

export function makeStrip(place: HTMLElement): Strip {
  const [element, state, words] = [paragraph('div', ''), paragraph('p', '-state'), paragraph('p', '-words')]
  element.hidden = true
  state.setAttribute('role', 'status')
  words.setAttribute('aria-live', 'polite')
  words.lang = 'pt-BR'
  element.append(state, words)
  place.prepend(element)
  return {
    show: (sentence) => {
      element.hidden = sentence === undefined
      state.textContent = sentence ?? ''
      if (sentence === undefined) words.textContent = ''
    },
    hear: (heard) => {
      words.textContent = heard
    },
  }
}

function paragraph(tag: 'div' | 'p', part: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = `editor-dictation${part}`
  return element
}
