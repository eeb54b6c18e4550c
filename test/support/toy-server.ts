import type { IncomingMessage, ServerResponse } from 'node:http'

/** More than anybody should read, for as long as somebody reads it. */
export function pour(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const more = () => {
    while (!response.destroyed) if (!response.write('"'.repeat(65_536))) return
  }
  response.on('drain', more)
  more()
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
