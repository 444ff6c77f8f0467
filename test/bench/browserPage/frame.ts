import { config } from 'zod/mini'
import type { Arrival } from './measured.ts'
import type { FromFrame, ToFrame } from './messages.ts'
import { noticing } from './noticing.ts'
import { naively, throughWorker } from './taking.ts'

/*
 * The frame into which pages of tickets come, as the app's frame beside a ticket.
 */

config({ jitless: true })

const say = (message: FromFrame) => parent.postMessage(message, location.origin)
const { take, count } = location.hash === '#worker' ? await throughWorker() : naively()
let end: (() => Promise<Arrival>) | null = null

async function hear(message: ToFrame): Promise<void> {
  if (message.kind === 'begin') end = noticing()
  else if (message.kind === 'page') {
    await take(message.text)
    say({ kind: 'taken' })
  } else say({ kind: 'noticed', arrival: await end!(), tickets: count() })
}

addEventListener('message', ({ data }: MessageEvent<ToFrame>) => {
  hear(data).catch((error: unknown) => say({ kind: 'failed', why: String(error) }))
})
say({ kind: 'ready' })
