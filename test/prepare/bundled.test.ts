import { expect, it } from 'vitest'
import { bundledRegion } from '../support/worlds/regions.ts'

it('the bundled region names who made its data; data/README.md has the command that does', async () => {
  const { regions, region } = bundledRegion()
  const { attribution } = await regions.manifest(region)
  const text = attribution.join('\n')
  for (const maker of ['OpenStreetMap', 'INSEE', 'Ville de Paris', "Ministère de l'Intérieur"]) {
    expect(text).toContain(maker)
  }
  expect(text).not.toContain('as its publisher states')
})
