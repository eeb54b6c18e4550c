import { qrSvg } from '../../../platform/qr/index.ts'
import { CopyButton, Details, Link, Message } from '../../../ui/index.ts'
import type { Verification } from '../signature-view.ts'
import { digestWords } from './stamps.text.ts'

/** How anybody checks this document: the address, the two codes, and both together as a QR code (DOC-065). */
export function AuthenticityBox({ verification }: { verification: Verification | undefined }) {
  if (!verification) return null
  const { code, crc, sha256, url, condition } = verification
  const address = url.replace(/^https?:\/\//, '').replace(/\?.*$/, '')
  return (
    <section class="authenticity-box" aria-label="Conferência da autenticidade">
      {condition === 'broken' ? (
        <Message kind="error" title="As assinaturas deste documento não conferem">
          <p>O que está guardado não é mais o que foi assinado. Não use este documento e avise a administração.</p>
        </Message>
      ) : null}
      <div class="authenticity-box__body">
        {/* Drawn by our own code from codes and an address; it carries no foreign words. */}
        <div
          class="authenticity-box__qr"
          dangerouslySetInnerHTML={{ __html: sized(qrSvg(url, 'Código QR do endereço de conferência')) }}
        />
        <div>
          <p>
            Qualquer pessoa pode conferir a autenticidade deste documento em <Link href={url}>{address}</Link>, com o
            código verificador <strong class="nowrap">{code}</strong> e o código CRC{' '}
            <strong class="nowrap">{crc}</strong>.
          </p>
          <Details summary="Para conferência técnica: resumo SHA-256 do que foi assinado">
            <p>
              <code class="digest">{sha256}</code> <CopyButton text={sha256} what="o resumo SHA-256" />
            </p>
            <p class="secondary">{digestWords}</p>
          </Details>
        </div>
      </div>
    </section>
  )
}

/** Without a size of its own a drawing fills the page before the style has come, and on paper without one. */
function sized(svg: string): string {
  return svg.replace('<svg ', '<svg width="128" height="128" ')
}
