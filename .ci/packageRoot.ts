import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const project = join(import.meta.dirname, '..')

/** The only part of the manifest that our scripts know; the rest passes through untouched. */
export interface Manifest {
  readonly version: string
  readonly location: { readonly support: Readonly<Record<string, { readonly url: string }>> }
  readonly parameters: readonly { readonly name: string; readonly default?: string | number | boolean }[]
}

/** The manifest of this app, as written by hand. */
export const manifest = (): Manifest => JSON.parse(readFileSync(join(project, 'manifest.json'), 'utf8')) as Manifest

/**
 * Completes a directory that has `assets/` to a Zendesk package: manifest and translations, and nothing else.
 * Zendesk reads only the `app` texts (listing and settings form); the texts of the screens are in the JavaScript.
 */
export function completePackageRoot(directory: string, contents: Manifest = manifest()): void {
  for (const name of readdirSync(directory)) {
    if (name !== 'assets') rmSync(join(directory, name), { recursive: true })
  }
  mkdirSync(join(directory, 'translations'))
  for (const name of readdirSync(join(project, 'translations')).filter((name) => name.endsWith('.json'))) {
    const { app } = JSON.parse(readFileSync(join(project, 'translations', name), 'utf8')) as { app?: unknown }
    writeFileSync(join(directory, 'translations', name), json({ app }))
  }
  copyFileSync(join(project, '.zcliignore'), join(directory, '.zcliignore'))
  writeFileSync(join(directory, 'manifest.json'), json(contents))
}

/** JSON as the files of the package are written. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
