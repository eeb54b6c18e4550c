import { describe, expect, it, test } from 'vitest'
import { explainObstacle } from './migration.text.ts'
import { blocks, type MigrationFacts, obstaclesTo, type UnitStanding } from './obstacles.rules.ts'

const unit: UnitStanding = {
  acronym: 'NOVA',
  deactivated: false,
  placed: true,
  succeeded: false,
  available: true,
  hasAddress: true,
  elsewhere: false,
  peopleCount: 3,
}
const fine: MigrationFacts = {
  mode: 'succession',
  from: [{ ...unit, acronym: 'VELHA' }],
  to: [unit],
  newAcronym: null,
  acronymTaken: false,
  withoutPlace: [],
  unassigned: { count: 0, names: [] },
  busy: [],
  ruleCount: 0,
}

describe('R3 what stands in the way of a migration', () => {
  it('is nothing where all is in order', () => {
    expect(obstaclesTo(fine)).toEqual([])
  })

  test.each<[string, Partial<MigrationFacts>, string, boolean]>([
    ['the old unit was succeeded before', { from: [{ ...unit, succeeded: true }] }, 'já foi sucedida', true],
    ['the old unit is in another one', { from: [{ ...unit, elsewhere: true }] }, 'em outra migração', true],
    ['the new unit was succeeded', { to: [{ ...unit, succeeded: true }] }, 'já foi sucedida', true],
    ['the new unit is in another one', { to: [{ ...unit, elsewhere: true }] }, 'em outra migração', true],
    ['the new unit is out of use', { to: [{ ...unit, deactivated: true, placed: false }] }, 'desativada', true],
    ['the new unit has no place', { to: [{ ...unit, placed: false }] }, 'fora da hierarquia', true],
    ['nobody works in the new unit', { to: [{ ...unit, peopleCount: 0 }] }, 'Ninguém tem permissão', true],
    ['the acronym is taken', { mode: 'rename', newAcronym: 'GS', acronymTaken: true }, 'com a sigla GS', true],
    ['a split has no rule', { mode: 'split' }, 'não tem regra', true],
    ['the new unit has no address', { to: [{ ...unit, hasAddress: false }] }, 'sem endereço', false],
    ['the new unit takes nothing', { to: [{ ...unit, available: false }] }, 'não está disponível', false],
    ['people have no place', { withoutPlace: ['Paulo'] }, 'só poderão consultar a antiga: Paulo.', false],
    ['assignments go', { unassigned: { count: 2, names: ['Ana'] } }, '2 processos ficarão sem atribuição', false],
    ['one assignment goes', { unassigned: { count: 1, names: ['Ana'] } }, 'Um processo ficará sem', false],
    ['somebody is writing', { busy: ['Beto'] }, 'abertos no editor por Beto', false],
  ])('%s', (_, facts, words, blocking) => {
    const [found, ...others] = obstaclesTo({ ...fine, ...facts })
    expect(others).toEqual([])
    expect(found && explainObstacle(found)).toContain(words)
    expect(found && blocks(found)).toBe(blocking)
  })
})
