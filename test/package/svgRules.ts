import { textOf } from './json.ts'

/** The drawing elements and attributes that Zendesk's sanitiser leaves alone; it knows more, an icon needs no more. */
const ELEMENTS = words(
  'svg g defs symbol path rect circle ellipse line polyline polygon clipPath mask linearGradient radialGradient stop title',
)
const ATTRIBUTES = words(
  'xmlns viewBox width height id class d x y x1 x2 y1 y2 cx cy r rx ry fx fy points transform opacity offset',
  'fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-opacity stroke-dasharray',
  'stroke-dashoffset stroke-miterlimit clip-path clip-rule mask stop-color stop-opacity gradientUnits',
  'gradientTransform preserveAspectRatio version xml:space',
)

type Entries = ReadonlyMap<string, Uint8Array>

/** Icons that cannot be drawn at Zendesk's size. */
export const svgErrors = (entries: Entries): string[] =>
  svgs(entries)
    .filter(([path, text]) => /\/icon_[^/]*$/.test(path) && !/<(svg|symbol)\s[^>]*viewBox="/.test(text))
    .map(([path]) => `${path} has no viewBox.`)

/** Drawings that Zendesk would rewrite, with the first thing it would drop. */
export const svgWarnings = (entries: Entries): string[] =>
  svgs(entries).flatMap(([path, text]) => {
    if (/<image\b/.test(text)) return [`${path} contains an embedded bitmap and cannot be used as an app icon.`]
    const dropped = firstDropped(text)
    if (dropped === null) return []
    return [`The markup in ${path} has been edited for use in Zendesk and may not display as intended. (${dropped})`]
  })

function firstDropped(text: string): string | null {
  const markup = text.replace(/^\s*<\?xml[^>]*\?>/, '').replace(/^\s*<!DOCTYPE[^>]*>/, '')
  if (markup.includes('<!')) return 'a comment'
  if (!/^\s*<svg\b(?:(?!<\/svg>)[^])*<\/svg>\s*$/.test(markup)) return 'what is not inside <svg>'
  for (const [, name = '', attributes = ''] of markup.matchAll(/<([\w:-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/g)) {
    if (!ELEMENTS.has(name)) return `<${name}>`
    const foreign = [...attributes.matchAll(/([\w:-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)].find(
      ([, key = '']) => !ATTRIBUTES.has(key),
    )
    if (foreign?.[1] !== undefined) return foreign[1]
  }
  return null
}

const svgs = (entries: Entries): (readonly [string, string])[] =>
  [...entries.keys()]
    .filter((path) => /^assets\/.*\.svg$/.test(path))
    .map((path) => [path, textOf(entries, path) ?? ''] as const)

function words(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '))
}
