import { describe, expect, it } from 'vitest'
import { openLog } from './index.ts'
import { tellError } from './tell-error.ts'

const ofDatabase = (facts: Record<string, string>) =>
  Object.assign(new Error(facts.message), { name: 'PostgresError', severity: 'ERROR', ...facts })

describe('T-34 what the log tells of an error', () => {
  it.each([
    [
      'a row that broke a rule',
      {
        code: '23514',
        message: 'new row for relation "version" violates',
        detail: 'Failing row contains (1, segredo).',
      },
    ],
    ['a value that is none', { code: '22P02', message: 'invalid input syntax for type integer: "segredo"' }],
    [
      'a value in its place',
      { code: '23505', message: 'duplicate key', where: 'JSON data, line 1: segredo', query: 'segredo' },
    ],
    ['what a trigger said', { code: 'P0001', message: 'segredo is not allowed' }],
  ])('is not the data: %s', (_name, facts) => {
    expect(JSON.stringify(tellError(ofDatabase(facts)))).not.toContain('segredo')
    expect(tellError(ofDatabase(facts)).code).toBe(facts.code)
  })

  it('is not what could not be parsed, nor what caused it', () => {
    let caught: unknown
    try {
      JSON.parse('{segredo}')
    } catch (error) {
      caught = new Error('the answer was no JSON', { cause: error })
    }
    const told = tellError(caught)
    expect(JSON.stringify(told)).not.toContain('segredo')
    expect(told.message).toBe('the answer was no JSON')
  })

  it('is which rule was broken, and where', () => {
    const told = tellError(ofDatabase({ code: '23505', message: 'duplicate key', constraint_name: 'contact_cpf_key' }))
    expect(told).toMatchObject({ type: 'PostgresError', message: 'duplicate key', constraint_name: 'contact_cpf_key' })
    expect(told.stack).toMatch(/^\s+at /)
  })

  it('is the same through the log itself, with secrets by their names left out', () => {
    const lines: string[] = []
    const log = openLog('info', { write: (line) => lines.push(line) })
    log.error({
      err: ofDatabase({ code: '22P02', message: '"segredo"' }),
      password: 'segredo',
      who: { token: 'segredo' },
    })
    log.error(ofDatabase({ code: '22P02', message: '"segredo"' }))
    log.info({ options: { headers: { cookie: 'segredo', 'x-csrf-token': 'segredo' } } }, 'what a package says')
    expect(lines.join()).toContain('22P02')
    expect(lines.join()).not.toContain('segredo')
  })
})
