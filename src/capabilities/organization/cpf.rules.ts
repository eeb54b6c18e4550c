/** The eleven digits of a CPF, whatever the punctuation; undefined where it is none. */
export function parseCpf(text: string): string | undefined {
  const digits = text.trim().replace(/[.\-/\s]/g, '')
  if (!/^[0-9]{11}$/.test(digits) || isOneCharacter(digits)) return undefined
  const first = checkDigit(digits.slice(0, 9), growingWeights)
  const second = checkDigit(digits.slice(0, 9) + first, growingWeights)
  return digits.endsWith(first + second) ? digits : undefined
}

/**
 * The fourteen characters of a CNPJ, in capitals, whatever the punctuation; undefined where it is none. From July 2026
 * on new ones have letters in the first twelve places (IN RFB 2.229/2024); each is worth its ASCII code less 48.
 */
export function parseCnpj(text: string): string | undefined {
  const characters = text
    .trim()
    .replace(/[.\-/\s]/g, '')
    .toUpperCase()
  if (!/^[0-9A-Z]{12}[0-9]{2}$/.test(characters) || isOneCharacter(characters)) return undefined
  const first = checkDigit(characters.slice(0, 12), weightsOf2To9)
  const second = checkDigit(characters.slice(0, 12) + first, weightsOf2To9)
  return characters.endsWith(first + second) ? characters : undefined
}

/** '123.456.789-09', from eleven digits. */
export function formatCpf(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1.$2.$3-$4')
}

/** '12.ABC.345/01DE-35', from fourteen characters. */
export function formatCnpj(characters: string): string {
  return characters.replace(/^(\w{2})(\w{3})(\w{3})(\w{4})(\w{2})$/, '$1.$2.$3/$4-$5')
}

/**
 * The form of a CPF that may be shown to whoever has no need of the whole: '***.456.789-**', the six digits in the
 * middle, as the federal government shows it. Anything that is not eleven digits is hidden altogether.
 */
export function maskCpf(text: string): string {
  const digits = text.replace(/\D/g, '')
  return digits.length === 11 ? `***.${digits.slice(3, 6)}.${digits.slice(6, 9)}-**` : '***.***.***-**'
}

/** Eleven equal digits satisfy the reckoning and are nobody's. */
function isOneCharacter(text: string): boolean {
  return new Set(text).size === 1
}

function growingWeights(positionFromRight: number): number {
  return positionFromRight + 2
}

function weightsOf2To9(positionFromRight: number): number {
  return (positionFromRight % 8) + 2
}

function checkDigit(characters: string, weightAt: (positionFromRight: number) => number): string {
  const sum = [...characters]
    .reverse()
    .reduce((total, character, position) => total + (character.charCodeAt(0) - 48) * weightAt(position), 0)
  const remainder = sum % 11
  return remainder < 2 ? '0' : String(11 - remainder)
}
