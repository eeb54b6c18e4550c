/**
 * Notices of the browser: how many case files came to the unit, never which. Opt-in for each browser; asked once a minute by
 * one tab of a unit, more seldom where nobody answers, and not at all where the session ended.
 */
const chosenKey = 'carimbo-avisos-do-navegador'
const everyMs = 60_000
const mostMs = 900_000

interface Arrivals {
  readonly arrived: number
  readonly notices: number
}

/** Shows the choice where the page has it, and asks for arrivals where it was made. */
export function tellArrivals(root: Document): void {
  const bell = root.querySelector<HTMLElement>('[data-sino]')
  const button = root.querySelector<HTMLButtonElement>('[data-avisos-do-navegador]')
  if (button) offer(root, button)
  const address = bell?.dataset.sino
  if (bell && address && wanted()) ask(bell, `${address}/chegadas`, everyMs)
}

function wanted(): boolean {
  return 'Notification' in window && Notification.permission === 'granted' && kept(chosenKey) === 'sim'
}

function offer(root: Document, button: HTMLButtonElement): void {
  const answer = root.querySelector('[data-resposta-dos-avisos]')
  const label = button.querySelector('[data-rotulo]') ?? button
  const tell = (text: string) => {
    if (answer) answer.textContent = text
  }
  const draw = () => {
    label.textContent = wanted() ? 'Desligar os avisos deste navegador' : 'Ligar os avisos deste navegador'
  }
  draw()
  button.addEventListener('click', async () => {
    if (wanted()) {
      keep(chosenKey, 'nao')
      draw()
      return tell('Avisos desligados.')
    }
    if (!('Notification' in window)) return tell('Este navegador não mostra avisos.')
    const permission = await Notification.requestPermission()
    if (permission !== 'granted') {
      return tell('O navegador não permitiu: permita nas configurações dele e tente de novo.')
    }
    keep(chosenKey, 'sim')
    draw()
    tell('Avisos ligados para cada processo que chegar.')
  })
}

function ask(bell: HTMLElement, address: string, waitMs: number): void {
  setTimeout(async () => {
    const answer = await arrivalsAt(address)
    if (answer === 'ended') return
    if (answer) {
      showCount(bell, answer.notices)
      notify(address, answer)
    }
    ask(bell, address, answer ? everyMs : Math.min(waitMs * 2, mostMs))
  }, waitMs)
}

/** `ended`: there is nobody signed in, or the person no longer works here. Undefined: no answer this time. */
async function arrivalsAt(address: string): Promise<Arrivals | 'ended' | undefined> {
  // Several tabs of one unit ask once: the other ones take what it heard.
  const last = heard(address)
  if (last && Date.now() - last.at < everyMs - 5_000) return last
  try {
    const reply = await fetch(address, { redirect: 'manual', headers: { accept: 'application/json' } })
    if (reply.type === 'opaqueredirect' || reply.status === 404) return 'ended'
    if (!reply.ok) return undefined
    return (await reply.json()) as Arrivals
  } catch {
    return undefined
  }
}

function notify(address: string, { arrived, notices }: Arrivals): void {
  const last = heard(address)
  keep(address, JSON.stringify({ arrived, notices, at: Date.now() }))
  const more = arrived - (last?.arrived ?? arrived)
  if (more <= 0) return
  const unit =
    document.querySelector('[data-atalho="unidade"] .dropdown__label, .header__unit')?.textContent?.trim() ?? ''
  const text = more === 1 ? '1 processo novo' : `${more} processos novos`
  const notice = new Notification('Carimbo', { body: unit ? `${text} em ${unit}` : text, tag: address })
  notice.addEventListener('click', () => {
    window.focus()
    location.assign(address.replace(/\/avisos\/chegadas$/, '/mesa?so=nao-abertos'))
  })
}

function heard(address: string): (Arrivals & { readonly at: number }) | undefined {
  try {
    const last: unknown = JSON.parse(kept(address) ?? 'null')
    if (typeof last !== 'object' || last === null || !('arrived' in last) || !('at' in last)) return undefined
    return { arrived: Number(last.arrived), notices: 'notices' in last ? Number(last.notices) : 0, at: Number(last.at) }
  } catch {
    return undefined
  }
}

function showCount(bell: HTMLElement, count: number): void {
  const shown = bell.querySelector<HTMLElement>('[data-quantos]')
  const words = bell.querySelector<HTMLElement>('[data-quantos-em-palavras]')
  if (shown) shown.textContent = count === 0 ? '' : count > 99 ? '99+' : String(count)
  if (words) words.textContent = count === 0 ? 'nenhum não lido' : count === 1 ? '1 não lido' : `${count} não lidos`
}

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Where the browser keeps nothing, the choice ends with the page.
  }
}
