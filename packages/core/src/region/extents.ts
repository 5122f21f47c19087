/**
 * Where countries lie, as far as the way they write addresses needs it: boxes, and an outline where neighbours write
 * them the other way round and a box would not tell. Drawn by hand to some kilometres, nearer at towns on a border.
 */

type Box = readonly [west: number, south: number, east: number, north: number]
type Ring = readonly (readonly [lng: number, lat: number])[]

export interface Extent {
  /** ISO 3166-1, two letters. */
  country: string
  /** The shape of its postcodes: 9 a digit, A a letter; several where they differ. */
  postcodes?: readonly string[]
  boxes: readonly Box[]
  /** Tells exactly, inside the first box. */
  outline?: Ring
}

const FRANCE: Ring = [
  // Channel and Belgium
  ...([
    [2.54, 51.1],
    [2.63, 50.83],
    [2.87, 50.7],
    [2.95, 50.75],
    [3.1, 50.785],
    [3.17, 50.755],
  ] as const),
  ...([
    [3.2, 50.72],
    [3.25, 50.71],
    [3.25, 50.65],
    [3.28, 50.59],
    [3.29, 50.53],
    [3.45, 50.5],
  ] as const),
  ...([
    [3.6, 50.49],
    [3.67, 50.44],
    [3.67, 50.38],
    [3.77, 50.35],
    [4.03, 50.35],
    [4.13, 50.27],
  ] as const),
  ...([
    [4.22, 50.26],
    [4.15, 50.13],
    [4.21, 49.96],
    [4.44, 49.94],
    [4.69, 50.0],
    [4.83, 50.16],
  ] as const),
  ...([
    [4.89, 50.14],
    [4.86, 49.8],
    [5.1, 49.77],
    [5.27, 49.69],
    [5.42, 49.61],
    [5.47, 49.5],
  ] as const),
  // Luxembourg and Germany
  ...([
    [5.75, 49.54],
    [5.82, 49.545],
    [5.98, 49.45],
    [6.18, 49.5],
    [6.36, 49.46],
    [6.55, 49.42],
  ] as const),
  ...([
    [6.73, 49.17],
    [6.84, 49.21],
    [6.93, 49.22],
    [7.05, 49.11],
    [7.1, 49.15],
    [7.36, 49.18],
  ] as const),
  ...([
    [7.64, 49.05],
    [7.96, 49.05],
    [8.23, 48.97],
    [8.1, 48.81],
    [7.97, 48.7],
    [7.805, 48.6],
  ] as const),
  ...([
    [7.8, 48.55],
    [7.74, 48.38],
    [7.58, 48.12],
    [7.58, 47.99],
    [7.52, 47.72],
    [7.585, 47.6],
  ] as const),
  // Switzerland
  ...([
    [7.585, 47.585],
    [7.55, 47.565],
    [7.5, 47.53],
    [7.42, 47.48],
    [7.18, 47.49],
    [6.94, 47.5],
  ] as const),
  ...([
    [6.89, 47.36],
    [7.04, 47.34],
    [6.94, 47.28],
    [6.71, 47.07],
    [6.46, 46.95],
    [6.43, 46.77],
  ] as const),
  ...([
    [6.12, 46.58],
    [6.06, 46.43],
    [6.14, 46.39],
    [6.17, 46.365],
    [6.12, 46.315],
    [6.12, 46.255],
  ] as const),
  ...([
    [6.1, 46.242],
    [6.05, 46.24],
    [5.99, 46.22],
    [5.965, 46.2],
    [5.96, 46.13],
    [6.0, 46.145],
  ] as const),
  ...([
    [6.05, 46.15],
    [6.095, 46.15],
    [6.14, 46.143],
    [6.19, 46.165],
    [6.2, 46.185],
    [6.235, 46.205],
  ] as const),
  ...([
    [6.29, 46.225],
    [6.3, 46.255],
    [6.25, 46.275],
    [6.24, 46.305],
    [6.5, 46.42],
    [6.8, 46.43],
  ] as const),
  ...([
    [6.805, 46.39],
    [6.85, 46.25],
    [6.78, 46.14],
    [6.9, 46.06],
    [7.04, 45.92],
  ] as const),
  // Italy
  ...([
    [6.85, 45.83],
    [6.81, 45.71],
    [7.0, 45.62],
    [7.18, 45.41],
    [7.1, 45.22],
    [6.89, 45.14],
  ] as const),
  ...([
    [6.63, 45.11],
    [6.77, 44.92],
    [7.02, 44.83],
    [6.86, 44.53],
    [7.0, 44.24],
    [7.66, 44.17],
  ] as const),
  ...([
    [7.71, 44.08],
    [7.53, 43.78],
    [7.45, 43.6],
    [6.2, 42.8],
    [3.2, 42.43],
  ] as const),
  // Spain
  ...([
    [2.95, 42.47],
    [2.5, 42.34],
    [2.0, 42.36],
    [1.95, 42.43],
    [1.73, 42.49],
    [1.73, 42.6],
  ] as const),
  ...([
    [1.45, 42.6],
    [0.66, 42.7],
    [0.66, 42.84],
    [0.0, 42.68],
    [-0.3, 42.84],
    [-0.75, 42.96],
  ] as const),
  ...([
    [-1.4, 43.03],
    [-1.4, 43.26],
    [-1.62, 43.25],
    [-1.73, 43.3],
    [-1.785, 43.35],
    [-2.2, 43.6],
  ] as const),
  // Atlantic
  ...([
    [-5.8, 48.0],
    [-5.4, 49.2],
    [-2.1, 48.9],
    [-1.95, 49.8],
    [1.3, 50.97],
  ] as const),
]

const LUXEMBOURG: Ring = [
  ...([
    [6.02, 50.18],
    [6.14, 50.13],
    [6.13, 50.03],
    [6.25, 49.9],
    [6.43, 49.815],
    [6.52, 49.81],
  ] as const),
  ...([
    [6.5, 49.71],
    [6.42, 49.66],
    [6.36, 49.47],
    [6.18, 49.5],
    [5.98, 49.45],
    [5.82, 49.545],
  ] as const),
  ...([
    [5.87, 49.59],
    [5.9, 49.67],
    [5.83, 49.73],
    [5.745, 49.84],
    [5.76, 49.97],
    [5.86, 50.08],
  ] as const),
]

/** The neighbour’s outline holds it too: both fit. */
const MONACO: Ring = [
  ...([
    [7.409, 43.724],
    [7.44, 43.724],
    [7.44, 43.752],
    [7.409, 43.752],
  ] as const),
]

/** Of overlapping extents without outline the street names tell, see country.ts. */
export const EXTENTS: readonly Extent[] = [
  {
    country: 'FR',
    postcodes: ['99999'],
    boxes: [
      [-5.8, 42.3, 8.24, 51.11],
      [8.5, 41.3, 9.6, 43.05],
      [-61.9, 15.8, -61, 16.6],
      [-61.3, 14.3, -60.7, 14.95],
      [-54.7, 2.1, -51.6, 5.8],
      [55.2, -21.4, 55.9, -20.8],
      [44.9, -13.1, 45.4, -12.6],
      [-152, -17.95, -149, -16.6],
      [163.5, -22.8, 168.2, -19.5],
    ],
    outline: FRANCE,
  },
  { country: 'LU', postcodes: ['9999', 'A-9999'], boxes: [[5.73, 49.44, 6.54, 50.19]], outline: LUXEMBOURG },
  { country: 'MC', postcodes: ['99999'], boxes: [[7.409, 43.724, 7.44, 43.752]], outline: MONACO },
  { country: 'BE', postcodes: ['9999'], boxes: [[2.54, 49.49, 6.41, 51.51]] },
  { country: 'NL', postcodes: ['9999 AA', '9999AA'], boxes: [[3.3, 50.75, 7.23, 53.6]] },
  { country: 'DE', postcodes: ['99999'], boxes: [[5.86, 47.27, 15.05, 55.06]] },
  { country: 'CH', postcodes: ['9999'], boxes: [[5.95, 45.81, 10.5, 47.81]] },
  { country: 'LI', postcodes: ['9999'], boxes: [[9.47, 47.04, 9.64, 47.28]] },
  { country: 'AT', postcodes: ['9999'], boxes: [[9.53, 46.37, 17.17, 49.03]] },
  { country: 'IT', postcodes: ['99999'], boxes: [[6.6, 35.4, 18.6, 47.1]] },
  {
    country: 'ES',
    postcodes: ['99999'],
    boxes: [
      [-9.4, 35.1, 4.4, 43.85],
      [-18.2, 27.6, -13.3, 29.5],
    ],
  },
  { country: 'AD', postcodes: ['AA999'], boxes: [[1.4, 42.42, 1.79, 42.66]] },
  {
    country: 'PT',
    postcodes: ['9999-999', '9999'],
    boxes: [
      [-9.6, 36.9, -6.1, 42.2],
      [-31.3, 36.9, -25, 39.8],
      [-17.3, 32.6, -16.2, 33.2],
    ],
  },
  {
    country: 'GB',
    postcodes: ['A9 9AA', 'A99 9AA', 'AA9 9AA', 'AA99 9AA', 'A9A 9AA', 'AA9A 9AA'],
    boxes: [[-8.7, 49.85, 1.8, 60.9]],
  },
  { country: 'IE', boxes: [[-10.7, 51.3, -5.4, 55.45]] },
  {
    country: 'DK',
    postcodes: ['9999'],
    boxes: [
      [8.0, 54.5, 12.7, 57.8],
      [14.6, 54.9, 15.2, 55.4],
    ],
  },
  { country: 'SE', postcodes: ['999 99', '99999'], boxes: [[11.0, 55.3, 24.2, 69.1]] },
  { country: 'NO', postcodes: ['9999'], boxes: [[4.5, 57.9, 31.2, 71.3]] },
  { country: 'FI', postcodes: ['99999'], boxes: [[19.4, 59.7, 31.6, 70.1]] },
  { country: 'IS', postcodes: ['999'], boxes: [[-24.6, 63.3, -13.4, 66.6]] },
  { country: 'PL', postcodes: ['99-999'], boxes: [[14.1, 49.0, 24.2, 54.9]] },
  { country: 'CZ', postcodes: ['999 99', '99999'], boxes: [[12.1, 48.5, 18.9, 51.1]] },
  { country: 'SK', postcodes: ['999 99', '99999'], boxes: [[16.8, 47.7, 22.6, 49.7]] },
  { country: 'HU', postcodes: ['9999'], boxes: [[16.1, 45.7, 22.9, 48.6]] },
  { country: 'SI', postcodes: ['9999'], boxes: [[13.3, 45.4, 16.7, 46.9]] },
  { country: 'HR', postcodes: ['99999'], boxes: [[13.4, 42.3, 19.5, 46.6]] },
  { country: 'RS', postcodes: ['99999'], boxes: [[18.8, 42.2, 23.0, 46.2]] },
  { country: 'RO', postcodes: ['999999'], boxes: [[20.2, 43.6, 29.8, 48.3]] },
  { country: 'BG', postcodes: ['9999'], boxes: [[22.3, 41.2, 28.7, 44.3]] },
  { country: 'GR', postcodes: ['999 99', '99999'], boxes: [[19.3, 34.7, 28.3, 41.8]] },
  { country: 'TR', postcodes: ['99999'], boxes: [[25.6, 35.8, 44.9, 42.2]] },
  { country: 'EE', postcodes: ['99999'], boxes: [[21.7, 57.5, 28.3, 59.8]] },
  { country: 'LV', postcodes: ['AA-9999'], boxes: [[20.9, 55.6, 28.3, 58.1]] },
  { country: 'LT', postcodes: ['AA-99999', '99999'], boxes: [[20.9, 53.9, 26.9, 56.5]] },
  { country: 'UA', postcodes: ['99999'], boxes: [[22.1, 44.3, 40.3, 52.4]] },
  { country: 'RU', postcodes: ['999999'], boxes: [[27.3, 41.1, 180, 81.9]] },
  { country: 'MT', boxes: [[14.1, 35.78, 14.6, 36.1]] },
  { country: 'CY', postcodes: ['9999'], boxes: [[32.2, 34.5, 34.7, 35.8]] },
  {
    country: 'US',
    postcodes: ['99999', '99999-9999'],
    boxes: [
      [-125, 24.4, -66.9, 49.4],
      [-170, 51, -129.9, 71.5],
      [-160.6, 18.8, -154.7, 22.4],
      [-67.4, 17.8, -65.1, 18.6],
    ],
  },
  { country: 'CA', postcodes: ['A9A 9A9', 'A9A9A9'], boxes: [[-141, 41.7, -52.6, 83.2]] },
  { country: 'MX', postcodes: ['99999'], boxes: [[-118.5, 14.5, -86.7, 32.72]] },
  { country: 'BR', postcodes: ['99999-999'], boxes: [[-74, -33.8, -34.7, 5.3]] },
  { country: 'AR', postcodes: ['A9999', 'A9999AAA', '9999'], boxes: [[-73.6, -55.1, -53.6, -21.7]] },
  { country: 'CL', postcodes: ['9999999', '999 9999'], boxes: [[-75.8, -56, -66.4, -17.5]] },
  { country: 'AU', postcodes: ['9999'], boxes: [[112.9, -43.8, 153.7, -10.6]] },
  { country: 'NZ', postcodes: ['9999'], boxes: [[166.3, -47.4, 178.6, -34.3]] },
  { country: 'ZA', postcodes: ['9999'], boxes: [[16.4, -34.9, 33, -22.1]] },
  { country: 'IN', postcodes: ['999999'], boxes: [[68.1, 6.7, 97.4, 35.5]] },
  { country: 'MA', postcodes: ['99999'], boxes: [[-13.2, 27.6, -1.0, 35.0]] },
  { country: 'DZ', postcodes: ['99999'], boxes: [[-8.7, 18.9, 12, 37.1]] },
  { country: 'TN', postcodes: ['9999'], boxes: [[7.5, 30.2, 11.6, 37.5]] },
  { country: 'SN', postcodes: ['99999'], boxes: [[-17.6, 12.3, -11.3, 16.7]] },
  { country: 'CI', boxes: [[-8.6, 4.3, -2.5, 10.8]] },
  { country: 'IL', postcodes: ['9999999', '99999'], boxes: [[34.2, 29.5, 35.9, 33.35]] },
  { country: 'SG', postcodes: ['999999'], boxes: [[103.6, 1.2, 104.1, 1.48]] },
]
