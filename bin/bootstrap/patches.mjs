import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './root.mjs'

const connections = ['node_modules/postgres/src/connection.js', 'node_modules/postgres/cjs/src/connection.js']
const pools = ['node_modules/postgres/src/index.js', 'node_modules/postgres/cjs/src/index.js']

/**
 * Mends faults of packages that are known, proved and not yet mended by their authors. Each is a replacement of a few
 * words; a test shows the fault gone. Once an author has mended it, `before` is no longer found and the entry goes.
 *
 * postgres 3.4.9: when a statement outside of a transaction fails after some rows were sent (a statement timeout), the
 * count of rows is kept, and the next statement on that connection answers with as many holes before its own rows. A
 * gate that reads the first row would then say "not found". The count is set back where the error arrives.
 *
 * postgres 3.4.9: a transaction whose connection was lost goes on with the object that stood for it, which by then may
 * carry somebody else's transaction: what is left of its work is done there, and its last word commits or undoes the
 * other one. From the loss on, a transaction refuses every statement of its own.
 *
 * postgres 3.4.9: words kept for the next tick are written to a socket that is gone, and the error ends the program,
 * since nobody stands below it. They are given up like everything else that was under way.
 *
 * postgres 3.4.9: words kept for the next tick stay when their socket closes, with a timer that was cleared and not
 * forgotten: the connection that takes its place would not even say who it is before its attempt times out. They are
 * forgotten with the socket. (Found by reading; no test has caught it in the act.)
 *
 * postgres 3.4.9: what a COPY that was fully sent is refused for is told to nobody, and whoever waits for its end waits for
 * ever. The error ends that wait.
 *
 * postgres 3.4.9, no fault: of statements that one page asks at once each went to another connection, and waking as many
 * processes of the server cost more than most of the statements. `together()` gives a view of the pool whose statements
 * go to the connection of its earlier ones, if that is free or they are asked in the same turn of the event loop, so that
 * they travel in one packet. It holds nothing: others may use that connection too, and a transaction takes one of its own.
 *
 * graphile-worker 0.17.3: that a job is done, or failed, is noted without waiting for it and without anybody to take the
 * error; a database that dies at that moment ends the program. The job stays marked as taken, and is taken up again by
 * src/platform/jobs/orphaned-jobs.ts.
 */
const patches = [
  {
    files: connections,
    before: 'function ErrorResponse(x) {\n    if (query) {',
    after: 'function ErrorResponse(x) {\n    rows = 0\n    if (query) {',
  },
  {
    files: connections,
    before: 'stream && (stream.destroy(err), stream = null)\n',
    after: 'stream && (stream.destroy(err), stream = null)\n    final && (final(err), final = null)\n',
  },
  {
    files: connections,
    before: 'function nextWrite(fn) {\n    const x = socket.write(chunk, fn)',
    after:
      'function nextWrite(fn) {\n    if (socket === null) {\n      chunk = nextWriteTimer = null\n' +
      "      error(Errors.connection('CONNECTION_CLOSED', options))\n      return false\n    }\n" +
      '    const x = socket.write(chunk, fn)',
  },
  {
    files: pools,
    before: '      , connection\n      , prepare = null\n',
    after: '      , connection\n      , lost = null\n      , refuse = null\n      , prepare = null\n',
  },
  {
    files: pools,
    before: 'new Promise((_, reject) => connection.onclose = reject)\n',
    after: 'new Promise((_, reject) => lost ? reject(lost) : refuse = reject)\n',
  },
  {
    files: pools,
    before:
      '        c.queue === full\n          ? queries.push(q)\n          : c.execute(q) || move(c, full)\n      }\n    }\n\n    function onexecute(c) {\n      connection = c\n',
    after:
      '        if (lost) return q.reject(lost)\n        c.queue === full\n          ? queries.push(q)\n          : c.execute(q) || move(c, full)\n      }\n    }\n\n' +
      '    function onexecute(c) {\n      connection = c\n      c.onclose = e => {\n        lost = e\n' +
      '        while (queries.length) queries.shift().reject(e)\n        refuse && refuse(e)\n      }\n',
  },
  {
    files: connections,
    before: 'incomings = null\n    clearImmediate(nextWriteTimer)\n    socket',
    after: 'incomings = null\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket',
  },
  {
    files: pools,
    before: '    reserve,\n    listen,\n',
    after: '    reserve,\n    together,\n    listen,\n',
  },
  {
    files: pools,
    before: '  async function begin(options, fn) {\n',
    after:
      '  function together() {\n    let last = null\n      , atOnce = false\n\n' +
      '    return Object.assign(Sql(handleTogether), { begin })\n\n' +
      '    function handleTogether(query) {\n' +
      '      if (!ending && last && (last.queue === open || (atOnce && last.queue === busy)))\n        last.queue.remove(last)\n' +
      '      else\n        last = ending || open.length === 0 ? null : open.shift()\n\n' +
      '      atOnce || setImmediate(() => atOnce = false)\n      atOnce = true\n' +
      '      last ? go(last, query) : handler(query)\n    }\n  }\n\n' +
      '  async function begin(options, fn) {\n',
  },
  {
    files: ['node_modules/graphile-worker/dist/worker.js'],
    before: '                completeJob(job);\n',
    after:
      '                completeJob(job)?.catch((e) => logger.error("A job was done, and it could not be noted: " + e.message));\n',
  },
  {
    files: ['node_modules/graphile-worker/dist/worker.js'],
    before:
      '                        : undefined,\n                });\n            }\n            else {\n                try {\n                    (0, lib_1.safeEmit)(ctx, "job:success"',
    after:
      '                        : undefined,\n                })?.catch((e) => logger.error("A job failed, and it could not be noted: " + e.message));\n' +
      '            }\n            else {\n                try {\n                    (0, lib_1.safeEmit)(ctx, "job:success"',
  },
]

/** A mended file takes the place of the other in one step: a start that is cut in the middle leaves no half of one. */
export function applyPatches() {
  for (const { files, before, after } of patches) {
    for (const file of files.map((name) => join(projectRoot, name)).filter(existsSync)) {
      const text = readFileSync(file, 'utf8')
      if (!text.includes(before) || text.includes(after)) continue
      const fresh = `${file}.novo-${process.pid}`
      writeFileSync(fresh, text.replace(before, after))
      renameSync(fresh, file)
    }
  }
}
