import { type ChildProcess, spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { browserPath, quietly } from '../../../test/support/open-browser.ts'

/** A browser with a profile on the disk, that can be ended as a power cut ends it. */
export interface BrowserToKill {
  readonly browser: Browser
  readonly kill: () => Promise<void>
}

export async function openProfile(profile: string): Promise<BrowserToKill> {
  const portFile = join(profile, 'DevToolsActivePort')
  for (const left of [portFile, join(profile, 'SingletonLock')]) await rm(left, { force: true })
  const flags = [...quietly, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank']
  const child = spawn(browserPath(), flags, { stdio: 'ignore', detached: true })
  const port = async () => (await readFile(portFile, 'utf8').catch(() => '')).split('\n')[0]
  await expect.poll(port, { timeout: 20_000 }).toMatch(/^\d+$/)
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await port()}`)
  return { browser, kill: () => kill(child) }
}

/** A page of that browser with the editor open, or with the dialog over it. */
export async function openAt({ browser }: BrowserToKill, url: string): Promise<Page> {
  const page = (await browser.contexts()[0]?.newPage()) ?? (await browser.newPage())
  await page.goto(url)
  await page.waitForSelector('.editor[data-ready]')
  return page
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('exit', () => resolve())
    // With whatever the browser's own start script began.
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
  })
}
