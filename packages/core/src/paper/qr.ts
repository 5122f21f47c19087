/** A QR code as SVG, without script, image or network. */
import qrcode from 'qrcode-generator'
import { escapeMarkup } from '../words/escape.ts'

/** White border that readers need around the code, modules (ISO/IEC 18004). */
const QUIET_MODULES = 4

/** `text` as a square of `size` millimetres; error correction M, so that a crease does not hide it. */
export function qrSvg(text: string, { size, label }: { size: number; label: string }): string {
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const count = code.getModuleCount()
  let path = ''
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (code.isDark(row, column)) path += `M${column + QUIET_MODULES} ${row + QUIET_MODULES}h1v1h-1z`
    }
  }
  const side = count + 2 * QUIET_MODULES
  return (
    `<svg class="qr" xmlns="http://www.w3.org/2000/svg" width="${size}mm" height="${size}mm"` +
    ` viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" role="img" aria-label="${escapeMarkup(label)}">` +
    `<rect width="${side}" height="${side}" fill="#fff"/><path d="${path}"/></svg>`
  )
}
