const attribute = 'data-enviando'

/** After so long the page is still there: the answer was a file, or it got lost. The server knows a second sending by its key. */
const readyAgainMs = 8000

/** A form is sent once, however often its button is pressed; coming back to the page makes it ready again. */
export function guardAgainstSendingTwice(root: Document): void {
  root.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (event.defaultPrevented || form.hasAttribute('data-envia-mais-de-uma-vez') || !changes(form, event)) return
    if (form.hasAttribute(attribute)) {
      event.preventDefault()
      return
    }
    form.setAttribute(attribute, '')
    // Disabled at once, the pressed button would not be sent along with its name.
    setTimeout(() => setDisabled(form, true))
    setTimeout(() => makeReady(form), readyAgainMs)
  })
  window.addEventListener('pageshow', () => {
    for (const form of root.querySelectorAll<HTMLFormElement>(`form[${attribute}]`)) makeReady(form)
  })
}

function makeReady(form: HTMLFormElement): void {
  form.removeAttribute(attribute)
  setDisabled(form, false)
}

// Asking changes nothing and may answer with a file, after which the page stays as it is.
function changes(form: HTMLFormElement, event: SubmitEvent): boolean {
  return (event.submitter?.getAttribute('formmethod') ?? form.getAttribute('method'))?.toLowerCase() === 'post'
}

function setDisabled(form: HTMLFormElement, disabled: boolean): void {
  for (const control of form.elements) {
    if (!(control instanceof HTMLButtonElement) || control.type !== 'submit') continue
    if (disabled) control.setAttribute('aria-disabled', 'true')
    else control.removeAttribute('aria-disabled')
  }
}
