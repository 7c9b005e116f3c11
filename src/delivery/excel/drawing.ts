import { escaped, type PictureValue } from './cells'

/** A picture at the upper left corner of a cell; rows and columns from 0. */
export interface PlacedPicture extends PictureValue {
  row: number
  column: number
}

// English Metric Units per pixel at 96 dpi (ECMA-376, 20.1.2.1), and the gap to the cell's edge.
const perPixel = 9_525
const gap = 3 * perPixel

/** A drawing of a sheet: one anchored picture each (ECMA-376, 20.5). `rId1` … name the media in their order. */
export function drawingXml(pictures: readonly PlacedPicture[]): string {
  const anchors = pictures.map(({ row, column, width, height, alt }, index) => {
    const id = index + 1
    return (
      `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>${gap}</xdr:colOff>` +
      `<xdr:row>${row}</xdr:row><xdr:rowOff>${gap}</xdr:rowOff></xdr:from>` +
      `<xdr:ext cx="${width * perPixel}" cy="${height * perPixel}"/><xdr:pic><xdr:nvPicPr>` +
      `<xdr:cNvPr id="${id + 1}" name="Picture ${id}" descr="${escaped(alt.replaceAll('\n', ' '))}"/>` +
      `<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>` +
      `<xdr:blipFill><a:blip r:embed="rId${id}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
      `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width * perPixel}" cy="${height * perPixel}"/></a:xfrm>` +
      `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`
    )
  })
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"' +
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"' +
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `${anchors.join('')}</xdr:wsDr>`
  )
}

/** The relationships of a drawing to its media. */
export function drawingRelationships(names: readonly string[]): string {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
  const each = names.map(
    (name, index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="../media/${name}"/>`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    `${each.join('')}</Relationships>`
  )
}
