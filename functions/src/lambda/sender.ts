/** Puts messages on queues of SQS. */
import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs'

/** @param queue  its address */
export type Sender = (queue: string, message: object) => Promise<void>

export function openSender(): Sender {
  // The region's endpoint, which tests replace by the environment, instead of the host in the queue's address.
  const sqs = new SQSClient({ useQueueUrlAsEndpoint: false })
  return async (QueueUrl, message) => {
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }))
  }
}
