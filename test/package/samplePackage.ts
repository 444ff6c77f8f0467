/** The header of a PNG: as much of a picture as the rules read. */
export function png(width: number, height: number, colourType = 6): Uint8Array {
  const bytes = new Uint8Array(33)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  view.setUint8(25, colourType)
  return bytes
}

export const MANIFEST = {
  name: 'Sample',
  author: { name: 'Someone', email: 'someone@example.com' },
  defaultLocale: 'en',
  frameworkVersion: '2.0',
  private: true,
  location: { support: { nav_bar: { url: 'assets/index.html' } } },
  parameters: [{ name: 'target', type: 'number' }],
}

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'assets/index.html': '<!doctype html>',
  'assets/index.js': 'export {}',
  'assets/logo.png': png(320, 320),
  'assets/logo-small.png': png(128, 128),
  'assets/icon_nav_bar.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>\n',
  'translations/en.json': JSON.stringify({ app: { name: 'Sample', parameters: { target: { label: 'Target' } } } }),
}

type Changes = Readonly<Record<string, string | Uint8Array | null>>

/** A package that breaks no rule, but for the given fields of the manifest and files; `null` takes a file away. */
export function samplePackage(manifest: object = {}, files: Changes = {}): Map<string, Uint8Array> {
  const all: Changes = { 'manifest.json': JSON.stringify({ ...MANIFEST, ...manifest }), ...FILES, ...files }
  return new Map(
    Object.entries(all).flatMap(([path, content]) =>
      content === null ? [] : [[path, typeof content === 'string' ? new TextEncoder().encode(content) : content]],
    ),
  )
}
