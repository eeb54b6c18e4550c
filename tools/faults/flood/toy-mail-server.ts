import { createServer, type Socket } from 'node:net'
import type { Random } from '../random.ts'

/** What an addressee got: a letter with this Message-ID, and what whoever sent it was told. */
export interface Taken {
  readonly messageId: string
  readonly told: 'taken' | 'nothing' | 'try again'
}

/**
 * A mail server on the loopback that writes down the Message-ID of every letter that it had in hand. Sometimes it hangs up
 * after the letter and before its answer, as one that dies there would; sometimes it asks to try again and forgets it. It takes its time,
 * so that whoever is killed is often killed while a letter is under way.
 */
export async function openToyMailServer(random: Random) {
  const taken: Taken[] = []
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => undefined)
    const say = (line: string) => socket.write(`${line}\r\n`)
    let rest = ''
    let letter: string[] | undefined
    const hear = (line: string) => {
      if (letter && line !== '.') return void letter.push(line)
      if (letter) {
        const messageId = /^Message-ID: *(\S+)/im.exec(letter.join('\n'))?.[1] ?? ''
        letter = undefined
        const told = random.chance(0.04) ? 'nothing' : random.chance(0.03) ? 'try again' : 'taken'
        taken.push({ messageId, told })
        const answer = () => {
          if (told === 'nothing') socket.destroy()
          else say(told === 'taken' ? '250 fico com ela' : '451 agora nao')
        }
        return void setTimeout(answer, random.whole(0, 40))
      }
      if (/^QUIT/i.test(line)) return void socket.end('221 ate logo\r\n')
      if (/^DATA/i.test(line)) {
        letter = []
        return void say('354 diga')
      }
      say('250 sim')
    }
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n')
      rest = lines.pop() ?? ''
      lines.forEach(hear)
    })
    say('220 prova')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters: taken as readonly Taken[],
    taken: () => new Set(taken.map(({ messageId }) => messageId)).size,
    close: async () => {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type ToyMailServer = Awaited<ReturnType<typeof openToyMailServer>>
