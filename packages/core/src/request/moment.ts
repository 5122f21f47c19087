/** Moments in answers. The document tells their format; nobody checks them again. */
import { z } from 'zod'

export const Moment = z.string().meta({ format: 'date-time' })
