import { Details, formatDate, formatTime, Icon, Message } from '../../../ui/index.ts'
import type { SignatureView } from '../signature-view.ts'
import {
  brokenWords,
  certificateSentence,
  legalBasis,
  methodWords,
  stampWords,
  supersededWords,
} from './stamps.text.ts'

/**
 * The stamps of a document, in the order of signing. Those that lost their effect stand apart; one that does not match
 * what was signed is always in sight.
 */
export function SignatureStamps({
  signatures,
  open = false,
}: {
  readonly signatures: readonly SignatureView[]
  /** Shows those without effect at once: where they are what the page is about. */
  readonly open?: boolean
}) {
  const shown = signatures.filter(({ state }) => state !== 'superseded')
  const superseded = signatures.filter(({ state }) => state === 'superseded')
  if (signatures.length === 0) return null
  return (
    <section class="signature-stamps" aria-label="Assinaturas">
      {shown.length > 0 ? <Stamps signatures={shown} /> : null}
      {superseded.length > 0 ? (
        <Details
          open={open}
          summary={superseded.length === 1 ? '1 assinatura sem efeito' : `${superseded.length} assinaturas sem efeito`}
        >
          <Stamps signatures={superseded} />
        </Details>
      ) : null}
    </section>
  )
}

/** Signatures that the history tells of and that are no longer on record: in sight wherever the document is. */
export function MissingSignatures({ count }: { readonly count: number }) {
  if (count === 0) return null
  return (
    <Message kind="error" title="Faltam assinaturas deste documento">
      <p>
        O histórico diz que o documento foi assinado, mas{' '}
        {count === 1 ? 'uma assinatura não está mais guardada' : `${count} assinaturas não estão mais guardadas`}. Não
        use este documento e avise a administração.
      </p>
    </Message>
  )
}

function Stamps({ signatures }: { signatures: readonly SignatureView[] }) {
  return (
    <ul class="signature-stamps__list">
      {signatures.map((signature) => (
        <li class={`signature-stamp signature-stamp--${signature.state}`} key={signature.id}>
          <Icon name={signature.state === 'broken' ? 'error' : signature.state === 'valid' ? 'stamp' : 'minus'} />
          <div>
            <Words signature={signature} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function Words({ signature }: { signature: SignatureView }) {
  const { kind, signerName, capacity, unitAcronym, agencyAcronym, signedAt, state, method, certificate } = signature
  return (
    <>
      {state === 'broken' ? <p class="signature-stamp__broken">{brokenWords}</p> : null}
      {state === 'superseded' ? <p class="signature-stamp__superseded">{supersededWords}</p> : null}
      <p>
        {stampWords[kind]} <strong>{signerName}</strong>, {capacity} ({agencyAcronym}, {unitAcronym}), em{' '}
        <time datetime={signedAt.toISOString()}>
          {formatDate(signedAt)}, às {formatTime(signedAt)}
        </time>
        , horário oficial de Brasília, {methodWords[method]}, com fundamento {legalBasis[kind]}.
      </p>
      {certificate ? <p class="secondary">{`${upperFirst(certificateSentence(certificate))}.`}</p> : null}
    </>
  )
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
