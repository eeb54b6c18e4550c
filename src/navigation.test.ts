import { expect, it } from 'vitest'
import { navigationFor } from './navigation.ts'
import type { Actor, Permission } from './platform/actor.ts'

const menuOf = (...permissions: Permission[]) =>
  navigationFor({ unitSlug: 'prot', permissions: new Set(permissions) } as Partial<Actor> as Actor)

it('everybody in a unit finds the bulletin, under the words of publishing too', () => {
  const bulletin = menuOf().find(({ label }) => label === 'Boletim')
  expect(bulletin?.href).toBe('/boletim')
  for (const word of ['publicar', 'publicação', 'diário']) expect(bulletin?.words).toContain(word)
})

it('who publishes finds the publications of the unit before it', () => {
  const labels = menuOf('documents.publish').map(({ label }) => label)
  expect(labels.indexOf('Publicações')).toBe(labels.indexOf('Boletim') - 1)
  expect(menuOf().map(({ label }) => label)).not.toContain('Publicações')
})
