import { firstAdministratorLink } from './capabilities/identity/index.ts'
import { demonstrationIsFurnished, furnishDemonstration } from './demonstration/index.ts'
import type { Platform, Preparation } from './platform/platform.ts'

/**
 * Makes the house ready for its first person and says what to do next: the furnished demonstration where the database is
 * the embedded one, a one-time link for the first administrator where it is somebody's own.
 */
export async function readyHouse(parts: {
  readonly platform: Platform
  readonly url: string
  readonly say: (sentence: string) => void
  /** Told how far it is; undefined: everything is there. */
  readonly prepared: (preparation: Preparation | undefined) => void
}): Promise<void> {
  const { platform, url, say, prepared } = parts
  if (platform.demo) {
    if (!(await demonstrationIsFurnished(platform.db))) {
      say('Montando a casa de demonstração; isso acontece só na primeira vez…')
      await furnishDemonstration(platform, say, prepared)
    }
    prepared(undefined)
    say(`\nCarimbo pronto: ${url}`)
    say('Abra o endereço no navegador e escolha uma pessoa na página de entrada. Ctrl+C encerra.')
    return
  }
  const link = await firstAdministratorLink(platform)
  say(`\nCarimbo pronto: ${url}`)
  if (link) {
    say('Ainda não há administrador. Abra este endereço, que vale uma hora e uma só vez, para criar o primeiro:')
    say(`${url}${link}`)
  }
}
