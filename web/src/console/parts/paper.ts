/** Opens paper beside this page; the new tab keeps its opener, so that it has this tab's key. */

/** @param of  `plans/ID` or `walks/ID` */
export function openPaper(of: string, { isLarge = false } = {}): void {
  window.open(`/print.html#${of}${isLarge ? '?print=large' : ''}`)
}
