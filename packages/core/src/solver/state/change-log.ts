/** What was changed since the last commit, so that it can be taken back in the opposite order. */

/**
 * Fields of an entry. A stop taken out: the stop, the node before it, the link before it, the link behind it.
 * A stop put in: ~stop, the node before it, the link that was there, 1 if the stop was turned.
 */
export const LOG_FIELDS = 4

export class ChangeLog {
  /** The first `size` are in use. */
  fields = new Int32Array(LOG_FIELDS * 256)
  size = 0

  record(entry: number, node: number, link: number, extra: number): void {
    if (this.size === this.fields.length) {
      const longer = new Int32Array(this.fields.length * 2)
      longer.set(this.fields)
      this.fields = longer
    }
    this.fields[this.size] = entry
    this.fields[this.size + 1] = node
    this.fields[this.size + 2] = link
    this.fields[this.size + 3] = extra
    this.size += LOG_FIELDS
  }
}
