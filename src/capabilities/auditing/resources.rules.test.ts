import { describe, expect, it, test } from 'vitest'
import type { LocalDate } from '../../platform/calendar/index.ts'
import { readTrailFilter, trailQuery } from './looking/trail-filter.form.ts'
import { resourceOf } from './resources.rules.ts'
import { readRule } from './rules/rule.form.ts'

describe('what an address is in the trail', () => {
  test.each([
    ['GET', '/processos/:numero', 'case-file'],
    ['GET', '/processos/:numero/acessos', 'case-readers'],
    ['POST', '/processos/:numero/senha', 'case-password'],
    ['POST', '/processos/:numero/envio', 'sending'],
    ['GET', '/documentos/:numero/arquivo', 'document-file'],
    ['POST', '/documentos/:numero/assinatura', 'signing'],
    ['PUT', '/documentos/:numero/rascunho', undefined],
    ['POST', '/entrar', 'sign-in'],
    ['GET', '/mesa/planilha', 'lists'],
    ['GET', '/exportacoes/:id/arquivo', 'exports'],
    ['GET', '/auditoria/regras/:id', 'audit'],
    ['GET', '/documentos/:numero/imagens/:sha256', undefined],
  ])('%s %s is %s', (method, route, key) => {
    expect(resourceOf(method, route)?.key).toBe(key)
  })
})

it('a filter reads whatever an address says, and is written back into one', () => {
  const words: Record<string, string> = { de: '2026-02-31', recurso: 'toString', numero: 'nº 12.3', depois: '0' }
  const filter = readTrailFilter((name) => words[name] ?? '', '2026-05-08' as LocalDate)
  expect(filter).toMatchObject({
    resource: '',
    number: '123',
    after: undefined,
    from: '2026-05-01',
    until: '2026-05-08',
  })
  const next = trailQuery({ ...filter, login: 'ana', after: '9' })
  expect(next).toBe('?usuario=ana&numero=123&de=2026-05-01&ate=2026-05-08&depois=9')
})

test.each([
  [{ categoria: 'toString', descricao: 'Uma regra', recursos: 'desk' }, ['categoria']],
  [{ categoria: 'general', descricao: ' x ', recursos: [] }, ['descricao', 'recursos']],
  [{ categoria: 'general', descricao: 'Uma regra', recursos: ['desk', 'case-file'] }, ['recursos']],
  [{ categoria: 'general', descricao: 'Uma regra', recursos: ['audit'] }, ['recursos']],
  [{ categoria: 'general', descricao: 'Uma regra', recursos: ['desk'] }, []],
])('R9 the form of a rule %j is refused for %j', (fields, wrong) => {
  expect(readRule(fields).problems.map(({ field }) => field)).toEqual(wrong)
})
