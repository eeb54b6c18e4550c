import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const usual = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path)) ?? ''

/** The browser of the machine, without window and without calls to anyone. `npm test` says which it found. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CARIMBO_CHROMIUM ?? usual, args: quiet })
}
