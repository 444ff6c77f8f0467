import { assetErrors } from './assetRules.ts'
import { duplicateKeys, isRecord, parsed, textOf } from './json.ts'
import { locationErrors } from './locationRules.ts'
import { manifestErrors } from './manifestRules.ts'
import { parameterErrors, parameterWarnings } from './parameterRules.ts'
import { requestWarnings, secretWarnings } from './sourceRules.ts'
import { svgErrors, svgWarnings } from './svgRules.ts'
import { translationErrors } from './translationRules.ts'

export type Entries = ReadonlyMap<string, Uint8Array>

export interface Findings {
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
}

/**
 * What Zendesk says of a package when it is uploaded: errors refuse it, warnings are shown to the one who uploads.
 * Follows Zendesk's open-source validator (zendesk_apps_support) in rules and words, without the rules for what this
 * app is not: framework 1, marketing-only and requirements-only apps, mTLS, several products. Adds what only the
 * documentation says: the files, icon sizes and file types that a package needs.
 */
export function validatePackage(entries: Entries): Findings {
  const manifest = readManifest(entries)
  const about =
    typeof manifest === 'string'
      ? { errors: [manifest], warnings: [] }
      : {
          errors: [
            ...manifestErrors(manifest, entries),
            ...locationErrors(manifest, entries),
            ...parameterErrors(manifest),
            ...translationErrors(manifest, entries),
          ],
          warnings: parameterWarnings(manifest),
        }
  return {
    errors: [...about.errors, ...assetErrors(entries), ...svgErrors(entries)],
    warnings: [...about.warnings, ...svgWarnings(entries), ...requestWarnings(entries), ...secretWarnings(entries)],
  }
}

/** The manifest, or why there is none. */
function readManifest(entries: Entries): Record<string, unknown> | string {
  const text = textOf(entries, 'manifest.json')
  if (text === null) {
    const nested = [...entries.keys()].find((path) => /^[^/]+\/manifest\.json$/.test(path))
    if (nested === undefined) return 'Could not find manifest.json'
    return `Could not find manifest.json in the root of the zip file, but ${nested} was found. Try re-creating the archive from this directory.`
  }
  const manifest = parsed(text)
  if (!isRecord(manifest)) return 'manifest is not proper JSON.'
  const [duplicate] = duplicateKeys(text)
  if (duplicate !== undefined) return `Duplicate reference in manifest: "${duplicate}".`
  return manifest
}
