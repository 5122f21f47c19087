/** The style sheet of printed walks. Sizes in millimetres agree with the heights print.ts reckons with. */

export const PRINT_STYLE = `
@page { size: A4 portrait; margin: 9mm 10mm }
* { box-sizing: border-box }
html { background: #fff; color: #000 }
body { margin: 0; font: 8.5pt/1.2 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif }
.walk { width: 190mm; margin: 0 auto }
.walk + .walk { break-before: page }
header { display: flex; gap: 4mm; height: 15mm; overflow: hidden }
header.withcode { height: 22mm }
header.withcode dl { width: 42mm }
header .title { flex: 1 }
h1 { margin: 0; font-size: 19pt; line-height: 1; display: flex; gap: 3mm; align-items: baseline; white-space: nowrap }
h1 small { font-size: 10pt; font-weight: 400 }
header p { margin: 1.3mm 0 0; font-size: 9pt }
header dl { margin: 0; width: 56mm; font-size: 8pt }
header dl div { display: flex; align-items: flex-end; gap: 1.5mm; height: 4.6mm }
header dt { white-space: nowrap }
header dd { margin: 0; flex: 1; border-bottom: .2mm solid #000; height: 4mm; line-height: 4.4mm }
svg { display: block }
svg text { font-family: 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif }
.map { margin: 0 0 2mm }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
col.number { width: 9mm } col.address { width: 73mm } col.time { width: 15mm } col.floors { width: 35mm }
th { font-size: 7pt; font-weight: 700; text-align: left; height: 4.6mm; padding: 0 1mm; border-bottom: .4mm solid #000; white-space: nowrap; line-height: 3.2mm }
td { padding: .55mm 1mm; vertical-align: top; border-bottom: .15mm solid #888; line-height: 3.6mm }
tr { break-inside: avoid }
td.number { font-weight: 700; font-size: 9.5pt; text-align: right; white-space: nowrap }
td.time { white-space: nowrap }
td small, td em { font-size: 7pt }
tr.key td.number { background: #000; color: #fff }
tr.way td { font-size: 7pt; line-height: 3mm; padding: .2mm 1mm; border-bottom: 0; color: #333 }
.box, .floor { display: inline-block; width: 3.4mm; height: 3.4mm; margin: 0 .35mm .2mm 0; border: .25mm solid #000; vertical-align: top }
.floor { border: .2mm solid #777; border-radius: .8mm; font-size: 6.5pt; line-height: 3mm; text-align: center; white-space: nowrap }
.floor.wide { width: 5.4mm }
.house { white-space: nowrap; margin-right: .9mm }
.count { display: inline-block; min-width: 6.5mm }
h2 { margin: 1.8mm 0 .6mm; font-size: 8pt; line-height: 3.2mm }
ol.reserves { margin: 0; padding: 0; list-style: none; columns: 2; column-gap: 4mm }
ol.reserves li { break-inside: avoid; height: 4.2mm; line-height: 3.8mm; overflow: hidden; font-size: 7.5pt; border-bottom: .15mm solid #bbb; display: flex; gap: 1.5mm }
ol.reserves b { min-width: 6mm } ol.reserves .where { flex-shrink: 99999; min-width: 15mm; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
ol.reserves small { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; font-size: 7pt }
ol.reserves .boxes { margin-left: auto; flex: none; white-space: nowrap; overflow: hidden; max-width: 55mm }
ol.reserves .box { width: 2.9mm; height: 2.9mm; margin-top: .3mm }
footer { margin-top: 1.6mm; font-size: 6.8pt; line-height: 3.1mm; color: #222 }
footer p { margin: 0 }
@media screen { body { padding: 6mm } .walk + .walk { margin-top: 14mm; padding-top: 8mm; border-top: 1px dashed #999 } }
`
