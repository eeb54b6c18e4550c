import { tagsOf } from './tags.ts'
import { marks } from './values.ts'
import type { Reply } from './wire.ts'

/** What is wrong with an answer, whatever was asked. */
export function faultsOf(reply: Reply): string[] {
  const { status, headers, body } = reply
  if (status === -1) return ['no answer in time']
  if (status === 0) return ['the connection ended without an answer']
  const faults = [
    ...(status >= 500 ? [`status ${status}`] : []),
    ...(traces.test(body) && !isScript(headers) ? [`tells of its inside: ${traces.exec(body)?.[0]}`] : []),
    ...headerFaults(reply),
  ]
  const type = String(headers['content-type'] ?? '')
  // A file of somebody's that is handed over as it came, in a sandbox besides, is no page and no table of ours.
  const isHandedOver =
    String(headers['content-disposition'] ?? '').startsWith('attachment') &&
    String(headers['content-security-policy'] ?? '').includes('sandbox')
  if (type.startsWith('text/html') && !isHandedOver) faults.push(...pageFaults(body))
  if (type.startsWith('text/csv') && !isHandedOver) faults.push(...formulaFaults(body))
  return faults
}

/** Frames of a stack, names of our files, words of the database: nothing for whoever asks. */
const traces =
  /\n\s+at (?:async )?[\w.<>]+ \(|node_modules\/|PostgresError|(?:Type|Range|Syntax|Reference)Error: |\bZodError\b|FST_ERR_|invalid input syntax|violates \w+ constraint/

function isScript(headers: Reply['headers']): boolean {
  return (
    /javascript|json|text\/plain|octet-stream/.test(String(headers['content-type'])) &&
    !/json/.test(String(headers['content-type']))
  )
}

function headerFaults({ headers, status, body }: Reply): string[] {
  const faults: string[] = []
  const policy = String(headers['content-security-policy'] ?? '')
  const disposition = String(headers['content-disposition'] ?? '')
  const type = String(headers['content-type'] ?? '')
  if (headers['x-content-type-options'] !== 'nosniff' && (type || body)) faults.push('without nosniff')
  const isFile = disposition.startsWith('attachment') || policy.includes('sandbox')
  if (/script-src[^;]*unsafe|default-src[^;]*unsafe/.test(policy))
    faults.push(`a policy that lets scripts in: ${policy}`)
  if (/html|svg|xml/.test(type) && !isFile && !/default-src 'none'/.test(policy))
    faults.push(`active content (${type})`)
  if (/svg|xhtml/.test(type) && !isFile && !type.startsWith('image/svg+xml')) faults.push(`active content (${type})`)
  if (marks.header in headers) faults.push('a header that the request put in')
  if (String(headers['set-cookie'] ?? '').includes(marks.cookie)) faults.push('a cookie that the request put in')
  const location = headers.location
  if (status >= 300 && status < 400 && typeof location === 'string' && !/^\/(?![/\\])/.test(location))
    faults.push(`leads elsewhere: ${location.slice(0, 80)}`)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  if (/[\x00-\x1f\x7f]|filename="[^"]*[/\\]/.test(disposition))
    faults.push(`an unsafe name: ${disposition.slice(0, 80)}`)
  return faults
}

/** What the request brought stands there as words, and not as tags, attributes or addresses. */
function pageFaults(body: string): string[] {
  if (!/zq|javascript|data:text/i.test(body)) return []
  const faults = new Set<string>()
  for (const { name, attributes } of tagsOf(body)) {
    if (name === marks.tag || marks.attribute in attributes) faults.add(`markup of the request in the page: <${name}>`)
    if (name === 'script' && !attributes.src && !/json/.test(attributes.type ?? '')) faults.add('a script in the page')
    for (const [attribute, value] of Object.entries(attributes)) {
      if (attribute.startsWith('on') || attribute === 'srcdoc' || attribute === 'style')
        faults.add(`<${name} ${attribute}> in the page`)
      // As browsers read an address: without blanks and control characters.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: see above.
      const plain = value.replace(/[\x00-\x20]/g, '').toLowerCase()
      if (
        /^(?:href|src|action|formaction|poster|data)$/.test(attribute) &&
        /^(?:javascript|vbscript|data:text)/.test(plain)
      )
        faults.add(`<${name} ${attribute}> that runs: ${value.slice(0, 60)}`)
    }
  }
  return [...faults]
}

/** A cell that a spreadsheet would reckon. */
export function formulaFaults(csv: string): string[] {
  const cells = csv.split(/\r?\n/).flatMap((line) => line.split(/[;,](?=(?:[^"]*"[^"]*")*[^"]*$)/))
  const first = cells
    .map((cell) => cell.replace(/^\uFEFF?"?/, ''))
    .find((cell) => /^[=+@\t]|^-(?!\d+([.,]\d+)?"?$)./.test(cell))
  return first === undefined ? [] : [`a cell that reckons: ${first.slice(0, 60)}`]
}
