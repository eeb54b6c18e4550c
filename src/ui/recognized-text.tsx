import { Tag } from './tag.tsx'

/** Beside words that a program read from pictures: whoever relies on them looks at the page itself. */
export function RecognizedText() {
  return (
    <>
      {' '}
      <Tag icon="search" title="As palavras foram reconhecidas na imagem por um programa e podem ter erros.">
        Texto reconhecido
      </Tag>
    </>
  )
}
