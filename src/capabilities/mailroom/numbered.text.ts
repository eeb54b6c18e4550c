/** `12/2026 – PROT`: how a line of the board, a slip or a letter is named. */
export function numberOf(thing: { readonly number: number; readonly year: number; readonly unit: string }): string {
  return `${thing.number}/${thing.year} – ${thing.unit}`
}
