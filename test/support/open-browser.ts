import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Without window and without calls to anyone. */
export const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const usual = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path)) ?? ''

/** The browser of the machine. `npm test` says which it found. */
export const browserPath = (): string => process.env.CARIMBO_CHROMIUM ?? usual

/** A browser without window and without calls to anyone. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath(), args: quietly })
}
