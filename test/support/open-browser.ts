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
  // Asked what speech it recognizes, the shell without windows falls over (156); browsers with windows answer.
  '--disable-blink-features=OnDeviceWebSpeechAvailable',
]

const usual = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path)) ?? ''

/** The browser of the machine. `npm test` says which it found. */
export const browserPath = (): string => process.env.CARIMBO_CHROMIUM ?? usual

/**
 * Each page lives for a second or two: optimising its scripts for a long life took a quarter of what the browser costs, and
 * changes nothing of what they do.
 */
const forShortLives = '--js-flags=--no-turbofan --no-maglev'

/** A browser without window and without calls to anyone. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath(), args: [...quietly, forShortLives] })
}
