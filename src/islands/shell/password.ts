/** Shows the buttons that show a password, and hides the password again before it is sent. */
export function showPasswords(root: Document): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-mostra-senha]')) {
    const input = root.getElementById(button.dataset.mostraSenha ?? '')
    if (!(input instanceof HTMLInputElement)) continue
    const show = (shown: boolean) => {
      input.type = shown ? 'text' : 'password'
      button.setAttribute('aria-pressed', String(shown))
    }
    button.hidden = false
    button.addEventListener('click', () => show(input.type === 'password'))
    // A browser must not keep it among the texts that it offers later.
    input.form?.addEventListener('submit', () => show(false))
  }
}
