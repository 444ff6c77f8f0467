const BLOCKED = 'vnd.rar rar zip gzip pdf doc docx avi bin bz bz2 csh sh jar mp3 mpeg odt pptx ppt xls xlsx 7z'.split(
  ' ',
)

/** File types that the documentation lists for assets/. */
const ACCEPTED = 'png jpg jpeg gif svg js htm html css map eot woff woff2 otf ttf json xml hbs hdbs'.split(' ')

/** Blocked types that Zendesk recognizes by their first bytes, whatever the file is called. */
const BLOCKED_BEGINNINGS = ['PK\x03\x04', '\x1f\x8b', '%PDF-', 'Rar!\x1a\x07', 'ID3']

/** Icons that Zendesk asks for, square, in pixels; `clear` ones need transparency. */
const ICONS = [
  { path: 'assets/logo.png', pixels: 320, clear: false },
  { path: 'assets/logo-small.png', pixels: 128, clear: true },
]

type Entries = ReadonlyMap<string, Uint8Array>

/** Rules for the files of the package. */
export function assetErrors(entries: Entries): string[] {
  const blocked = [...entries].filter(([path, bytes]) => isBlocked(path, bytes)).map(([path]) => path)
  const strange = [...entries.keys()].filter(
    (path) => path.startsWith('assets/') && !ACCEPTED.includes(extension(path)),
  )
  return [
    ...(blocked.length > 0
      ? [`Unsupported MIME ${blocked.length === 1 ? 'type' : 'types'} detected in ${blocked.join(', ')}.`]
      : []),
    ...strange
      .filter((path) => !blocked.includes(path))
      .map((path) => `${path} is of a type that Zendesk does not list.`),
    ...ICONS.flatMap(({ path, pixels, clear }) => iconErrors(path, pixels, clear, entries.get(path))),
    ...bannerErrors(entries.get('assets/banner.png')),
  ]
}

const extension = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''

function isBlocked(path: string, bytes: Uint8Array): boolean {
  const beginning = String.fromCharCode(...bytes.subarray(0, 8))
  return BLOCKED.includes(extension(path)) || BLOCKED_BEGINNINGS.some((blocked) => beginning.startsWith(blocked))
}

/** Width, height and whether pixels have transparency, from a PNG's header; `null` when it is no PNG. */
function pngHeader(bytes: Uint8Array): { width: number; height: number; clear: boolean } | null {
  const isPng = String.fromCharCode(...bytes.subarray(0, 8)) === '\x89PNG\r\n\x1a\n' && bytes.length > 25
  if (!isPng) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20), clear: [4, 6].includes(view.getUint8(25)) }
}

function iconErrors(path: string, pixels: number, clear: boolean, bytes: Uint8Array | undefined): string[] {
  if (bytes === undefined) return [`${path} is missing.`]
  const header = pngHeader(bytes)
  if (header === null) return [`${path} must be a PNG file.`]
  return [
    ...(header.width === pixels && header.height === pixels ? [] : [`${path} must be ${pixels}x${pixels}px.`]),
    ...(clear && !header.clear ? [`${path} must have transparency.`] : []),
  ]
}

function bannerErrors(bytes: Uint8Array | undefined): string[] {
  if (bytes === undefined) return []
  const header = pngHeader(bytes)
  if (header === null) return ['Banner image must be a PNG file.']
  const fits = [1, 2].some((scale) => header.width === 830 * scale && header.height === 200 * scale)
  return fits ? [] : ['Invalid banner image dimensions. Must be 830x200px.']
}
