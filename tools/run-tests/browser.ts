import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, globSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { StartupProblem } from '../../src/platform/startup-problem.ts'

/** The shell without windows is the same engine, and takes less of the processor. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  '/snap/bin/chromium',
]

const browserPackage = 'chromium-headless-shell'

/** Debian's package and a program it brings. The last two read the PDFs that tests make. */
const debianPackages = { [browserPackage]: browserPackage, 'poppler-utils': 'pdftotext', qpdf: 'qpdf' }

/** The browser for the tests; on a Debian where we are root, it and the PDF readers are installed when absent. */
export async function findBrowser(): Promise<string> {
  const given = process.env.CARIMBO_CHROMIUM
  if (given) {
    if (!existsSync(given)) throw new StartupProblem(`CARIMBO_CHROMIUM indica ${given}, que não existe.`)
    return given
  }
  installOnDebian()
  const found = lookAround()
  if (found) return found
  throw new StartupProblem(
    'Os testes precisam de um navegador: instale o Chromium (no Debian: apt-get install chromium poppler-utils qpdf) ou o Chrome, ou informe o caminho em CARIMBO_CHROMIUM.',
  )
}

function installOnDebian(): void {
  const missing = Object.entries(debianPackages).filter(([name, program]) =>
    name === browserPackage ? lookAround() === undefined : onPath(program) === undefined,
  )
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return
  const packages = missing.map(([name]) => name)
  console.error(`Instalando ${packages.join(', ')} para os testes…`)
  apt('update')
  let { status, stderr } = apt('install', '-y', '--no-install-recommends', ...packages)
  if (status !== 0 && packages.includes(browserPackage)) {
    // Older releases, and those made from Debian, have the whole browser alone.
    const others = packages.map((name) => (name === browserPackage ? 'chromium' : name))
    ;({ status, stderr } = apt('install', '-y', '--no-install-recommends', ...others))
  }
  if (status !== 0) console.error(`O apt-get não instalou: ${stderr.trim().split('\n').at(-1)}`)
}

function apt(...args: string[]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', args, { env, encoding: 'utf8', timeout: 600_000 })
}

function lookAround(): string | undefined {
  const cached = globSync(join(homedir(), '.cache/ms-playwright/chromium*/chrome-linux*/{headless_shell,chrome}'))
  return names.map(onPath).find(Boolean) ?? [...usualPlaces, ...cached].find(isProgram)
}

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
