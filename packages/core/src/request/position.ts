/** A place on the earth, as requests and answers write it. */
import { z } from 'zod'

export const Position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .describe('[lng, lat] in WGS 84 degrees')
