import type { SendOutcome } from './send-file.ts'

export interface FileLine {
  readonly element: HTMLElement
  readonly sending: (share: number) => void
  readonly settle: (outcome: SendOutcome) => void
}

let count = 0

/** One file in the list: its name, how far it has come, and in the end the box that includes it or why it cannot be. */
export function makeLine(file: File, on: { readonly retry: () => void; readonly gone: () => void }): FileLine {
  count += 1
  const id = `arquivo-novo-${count}`
  const element = document.createElement('li')
  element.className = 'upload-list__item choice'
  const box = document.createElement('input')
  Object.assign(box, { type: 'checkbox', name: 'recebido', className: 'choice__input', id, disabled: true })
  const label = document.createElement('label')
  label.className = 'choice__label'
  label.htmlFor = id
  label.textContent = `${file.name} (${sizeOf(file.size)})`
  const state = document.createElement('span')
  state.className = 'upload-list__state'
  const bar = document.createElement('progress')
  bar.max = 1
  bar.setAttribute('aria-label', `Envio de ${file.name}`)
  element.append(box, label, state)

  const button = (text: string, act: () => void) => {
    const made = document.createElement('button')
    made.type = 'button'
    made.className = 'button button--quiet button--small'
    made.textContent = text
    const name = document.createElement('span')
    name.className = 'visually-hidden'
    name.textContent = ` ${file.name}`
    made.append(name)
    made.addEventListener('click', act)
    return made
  }
  const remove = () => {
    element.remove()
    on.gone()
  }

  return {
    element,
    sending: (share) => {
      bar.value = share
      if (!bar.isConnected) state.replaceChildren(bar)
      element.classList.remove('upload-list__item--refused')
    },
    settle: (outcome) => {
      if (outcome.kind === 'received') {
        Object.assign(box, { value: outcome.id, checked: true, disabled: false })
        state.replaceChildren('Recebido')
        return
      }
      element.classList.add('upload-list__item--refused')
      const words = document.createElement('span')
      words.textContent = `Não entrou: ${outcome.message}`
      const retry = outcome.kind === 'lost' ? [button('Tentar de novo', on.retry)] : []
      state.replaceChildren(words, ...retry, button('Tirar da lista', remove))
    },
  }
}

function sizeOf(bytes: number): string {
  const format = (value: number) => value.toLocaleString('pt-BR', { maximumFractionDigits: 1 })
  if (bytes < 1024) return `${bytes} bytes`
  return bytes < 1024 * 1024 ? `${format(bytes / 1024)} KB` : `${format(bytes / 1024 / 1024)} MB`
}
