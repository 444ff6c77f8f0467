import { accessSync, constants, statSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'

/** Enough for a container without a screen or a user namespace; nothing that changes what a page may do. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const ON_THIS_MACHINE = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/** Whether a path is a program that can run; one that is masked by an empty file or a device is not. */
function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    const file = statSync(path)
    return file.isFile() && file.size > 0
  } catch {
    return false
  }
}

/**
 * Starts a headless Chromium: the one in CHROMIUM_PATH, else one on the machine, else the one that npm brought along.
 * @param more further arguments for it
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const args = [...ARGS, ...more]
  const asked = process.env['CHROMIUM_PATH']
  if (asked !== undefined && asked !== '') return chromium.launch({ executablePath: asked, args })
  const found = ON_THIS_MACHINE.find(isProgram)
  return chromium.launch({ executablePath: found ?? (await bundledChromium()), args })
}

/** Unpacks the Chromium of the npm package. These names make it bring its own system libraries and a font. */
async function bundledChromium(): Promise<string> {
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'
  const { default: bundled } = await import('@sparticuz/chromium')
  return bundled.executablePath()
}
