// A process of its own: the writers of a campaign. Told where and who by its argument; stops when its input closes.
import { openLedger } from './ledger.ts'
import { randomOf } from './random.ts'
import { write } from './writer.ts'
import type { WritersTask } from './writers-task.ts'

const task = JSON.parse(process.argv[2] ?? '{}') as WritersTask
let going = true
process.stdin.on('end', () => {
  going = false
})
process.stdin.resume()

await Promise.all(
  task.people.map(async (person, index) => {
    const name = `w${index}${task.mark}`
    const ledger = openLedger(task.folder, index)
    const { address, password, first } = task
    const random = randomOf(`${task.seed} writer ${index}`)
    await write({ address, password, ...person, random, ledger, name, first, going: () => going })
    ledger.close()
  }),
)
process.exit(0)
