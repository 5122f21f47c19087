/** The parts of forms that choose where to go and who goes, in English. */
export const en = {
  where: 'Where',
  region: 'The whole region',
  precincts: 'Polling stations',
  sortBy: 'Sorted by',
  byNumber: 'number',
  precinctHelp: 'Tick them here, or click on the map.',
  draw: 'An area drawn on the map',
  drawHelp:
    'Click on the map, point by point. By keyboard: move to the map, pan it with the arrow keys; Enter sets a point at the cross.',
  drawUndo: 'Remove the last point',
  drawClear: 'Clear',
  points: (n: number) => (n < 3 ? `${n} of at least 3 points` : `${n} points`),
  who: 'Who',
  teams: 'Teams',
  minutes: 'Minutes each',
  chooseFirst: 'Choose at least one polling station, in the list or on the map.',
  drawFirst: 'Set at least three points on the map.',
}

export type ChoicesWords = typeof en
