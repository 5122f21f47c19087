/** What a request knows better of a target than the region: doors and address, of its building or of itself. */
import type { TargetOverride } from '../request/request.ts'
import type { Building, Target } from './building.ts'

/** An override of a whole building, as it applies to one of its targets: doors are shared out by their estimates. */
export function shareOf(
  override: TargetOverride | undefined,
  { target, building }: { target: Target; building: Building },
): TargetOverride | undefined {
  if (override?.doors === undefined || building.doors === 0) return override
  const position = building.targets.indexOf(target)
  const upTo = (count: number) => {
    const estimated = building.targets.slice(0, count).reduce((sum, { doors }) => sum + doors, 0)
    return Math.round((override.doors! * estimated) / building.doors)
  }
  return { ...override, doors: upTo(position + 1) - upTo(position) }
}

/** What is said of a target itself comes before what is said of its building. */
export function joined(
  ofBuilding: TargetOverride | undefined,
  own: TargetOverride | undefined,
): TargetOverride | undefined {
  return own && ofBuilding ? { ...ofBuilding, ...own } : (own ?? ofBuilding)
}

export function withAddress(target: Target, said: TargetOverride['address']): Target {
  return said ? { ...target, address: { ...target.address, ...said } } : target
}

export function counted(target: Target, doors: number): Target {
  return { ...target, doors, doorsLow: doors, doorsHigh: doors, doorsSource: 'client' }
}
