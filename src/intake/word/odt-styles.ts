import { type Style, Styles } from './styles'
import type { Attributes, XmlHandler } from './xml'

/** Styles of an OpenDocument text, by family and name; those of the text itself are based on the named ones. */
export class OdtStyles extends Styles implements XmlHandler {
  private readonly fonts = new Map<string, string>()
  private current: Style | null = null
  private id = ''

  open(name: string, attributes: Attributes): void {
    if (name === 'style:font-face') this.fonts.set(attributes.name ?? '', attributes['font-family'] ?? '')
    if (name === 'style:style') this.begin(attributes)
    if (name === 'style:default-style' && attributes.family === 'paragraph') this.current = this.defaults
    if (this.current && name === 'style:text-properties') this.setText(this.current, attributes)
    if (this.current && name === 'style:paragraph-properties' && attributes['text-align']) {
      this.current.alignment = attributes['text-align']
    }
  }

  close(name: string): void {
    if (name === 'style:style' && this.current) this.add(this.id, this.current)
    if (name === 'style:style' || name === 'style:default-style') this.current = null
  }

  text(): void {}

  private begin(attributes: Attributes): void {
    const { family = '', name = '' } = attributes
    const parent = attributes['parent-style-name']
    this.id = `${family}/${name}`
    this.current = {
      name: (attributes['display-name'] ?? parent ?? name).replaceAll('_20_', ' '),
      ...(parent ? { basedOn: `${family}/${parent}` } : {}),
    }
  }

  private setText(style: Style, attributes: Attributes): void {
    const weight = attributes['font-weight']
    const slant = attributes['font-style']
    const font = attributes['font-name']
    if (weight) style.bold = weight === 'bold' || Number(weight) >= 600
    if (slant) style.italic = slant !== 'normal'
    if (font) style.font = (this.fonts.get(font) || font).replace(/^'|'$/g, '')
    else if (attributes['font-family']) style.font = attributes['font-family']
  }
}
