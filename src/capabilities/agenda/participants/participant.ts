/** Who takes part, as it is told to the public. Never a document number. */
export interface Participant {
  readonly name: string
  readonly body: string
  readonly role: string
  /** Represents private interests (Decreto 10.889/2021). */
  readonly isPrivate: boolean
}

/** As many as the database takes. */
export const mostParticipants = 20

/** `Ana Souza (Comércio Potiguar, advogada)`. */
export function tellParticipant({ name, body, role }: Participant): string {
  const place = [body, role].filter(Boolean).join(', ')
  return place ? `${name} (${place})` : name
}
