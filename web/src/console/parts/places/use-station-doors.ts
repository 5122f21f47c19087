/** How many doors of each polling station lie in the region, which may cut it. */
import { shareOutside } from '@doorwalk/core/area/outside'
import { useMemo } from 'preact/hooks'
import type { PrecinctFeature } from '../../../api/answers.ts'
import { doorwalk } from '../../../api/api.ts'
import { useLoad } from '../../state/load.ts'
import type { Region } from '../../state/session.ts'

export interface StationDoors {
  doors: number
  /** Of its area, 0 to 1. */
  inside: number
}

/** By code; empty until it is known, and where it cannot be. */
export function useStationDoors(
  region: Region,
  precincts: readonly PrecinctFeature[],
): ReadonlyMap<string, StationDoors> {
  const { value } = useLoad(`station doors ${region.name} ${region.version}`, (signal) =>
    doorwalk.GET('/v1/coverage', { params: { query: { region: region.name } }, signal }),
  )
  return useMemo(() => {
    const doors = new Map(value?.precincts.map(({ precinct, doors: count }) => [precinct, count]))
    return new Map(
      (value === undefined ? [] : precincts).map(({ properties: { code }, geometry }) => [
        String(code),
        {
          doors: doors.get(String(code)) ?? 0,
          inside: 1 - shareOutside([geometry], region.bbox),
        },
      ]),
    )
  }, [value, precincts, region])
}
