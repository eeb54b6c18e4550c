import { formatDate, formatTime, Icon } from '../../../ui/index.ts'
import { legalBasis } from '../stamps/stamps.text.ts'
import type { PaperSignature } from './sign-paper.ts'

/** The stamp of something signed that is no document; one that does not match says so. `what`: `Página assinada`. */
export function PaperStamp({
  signature,
  isIntact,
  what,
}: {
  readonly signature: PaperSignature
  readonly isIntact: boolean
  readonly what: string
}) {
  const { signerName, capacity, agencyAcronym, unitAcronym, signedAt, crc, sha256 } = signature
  return (
    <section class="signature-stamps" aria-label="Assinatura" id="assinatura">
      <ul class="signature-stamps__list">
        <li class={`signature-stamp signature-stamp--${isIntact ? 'valid' : 'broken'}`}>
          <Icon name={isIntact ? 'stamp' : 'error'} />
          <div>
            {isIntact ? null : (
              <p class="signature-stamp__broken">
                Esta assinatura não confere: o que está guardado não é mais o que foi assinado. Avise o órgão.
              </p>
            )}
            <p>
              {what} eletronicamente por <strong>{signerName}</strong>, {capacity} ({agencyAcronym}, {unitAcronym}), em{' '}
              <time datetime={signedAt.toISOString()}>
                {formatDate(signedAt)}, às {formatTime(signedAt)}
              </time>
              , horário oficial de Brasília, mediante senha pessoal, com fundamento {legalBasis.signature}.
            </p>
            <p class="secondary">
              Código CRC {crc}. Resumo SHA-256 do que foi assinado: <code class="digest">{sha256}</code>
            </p>
          </div>
        </li>
      </ul>
    </section>
  )
}
