/** Events on their way to receivers. */

/** One event on its way to one receiver. */
export interface DeliveryRef {
  campaign: string
  webhookId: string
  eventId: string
}

/** Brings a delivery to somebody who attempts it now. */
export type RingDelivery = (ref: DeliveryRef) => Promise<void>
