/** Figures of the server's sentences, as a language writes them. */

/** "10,000" of "10000"; what is no whole number stays as it is. */
export function figureIn(language: string): (text: string) => string {
  const format = new Intl.NumberFormat(language)
  return (text) => (/^-?\d+$/.test(text) ? format.format(Number(text)) : text)
}
