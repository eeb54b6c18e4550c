import { refuse } from '../outcome.ts'
import { oneLine } from './address.ts'

/**
 * Tells a letter that the server does not want from a server that could not take it now. Only a final no (5xx) to the
 * sender, to all recipients or to the content counts as the first; a wrong password is trouble with the server.
 */
export function refusalOf(error: unknown) {
  if (!(error instanceof Error)) throw error
  const { code, permanent, response, syscall } = error as SmtpError
  const isAboutTheLetter = code === 'EENVELOPE' || code === 'EMESSAGE'
  return refuse({
    reason: isAboutTheLetter && permanent === true ? ('rejected' as const) : ('unreachable' as const),
    answer: oneLine(response ?? `${code ?? ''} ${error.message}`).slice(0, 500),
    ...(response === undefined ? { silent: true } : {}),
    // Without an answer of the server, only a connection that never stood is a sure no.
    ...(response === undefined && syscall !== 'connect' && !beforeTheLetter.has(code ?? '')
      ? { perhapsSent: true }
      : {}),
  })
}

type SmtpError = Error & { code?: string; permanent?: boolean; response?: string; syscall?: string }

/** Names not found, passwords not accepted, addresses that are none: nothing had been handed over. */
const beforeTheLetter: ReadonlySet<string> = new Set(['EDNS', 'EAUTH', 'EENVELOPE', 'ECONNREFUSED', 'ENOTFOUND'])
