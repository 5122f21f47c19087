/** What the map of a plan says in English. */
export const en = {
  name: 'Map of streets and buildings',
  keys: 'Arrow keys pan, + and − zoom, N and P go from target to target, Page Up and Page Down from walk to walk, M takes a target to another walk, Enter chooses, Escape leaves',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  walk: (n: number) => `Walk ${n}`,
  spot: 'All that stands here',
  stop: (walk: number, label: string) => `Walk ${walk}, stop ${label}`,
  doors: (n: string, one: boolean) => `${n} door${one ? '' : 's'}`,
  key: 'key building',
  reserve: 'in reserve, or not planned',
  noAddress: 'without an address',
  taken: 'Taken: choose the walk to move it to.',
  dropOn: (n: number) => `Put it on walk ${n}`,
  dropNowhere: 'Not here: drop it on a walk',
  kept: 'It stays where it was.',
  loading: 'Loading the map…',
  tooFar: 'Zoom in to see streets and buildings.',
  start: 'Start',
}

export type MapWordsHere = typeof en
