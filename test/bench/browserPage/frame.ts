import { config } from 'zod/mini'
import type { Arrival, Way } from './measured.ts'
import type { FromFrame, ToFrame } from './messages.ts'
import { noticing } from './noticing.ts'
import { naively, notAtAll, type Taking, throughWorker } from './taking.ts'

/*
 * The frame into which pages of tickets come, as the app's frame beside a ticket.
 */

config({ jitless: true })

const TAKINGS: Record<Way, () => Taking | Promise<Taking>> = { nobody: notAtAll, worker: throughWorker, naive: naively }

const say = (message: FromFrame) => parent.postMessage(message, location.origin.replace('127.0.0.1', 'localhost'))
const { take, count } = await TAKINGS[location.hash.slice(1) as Way]()
let end: (() => Promise<Arrival>) | null = null

async function hear(message: ToFrame): Promise<void> {
  if (message.kind === 'begin') end = noticing()
  else if (message.kind === 'page') {
    await take(message.text)
    say({ kind: 'taken' })
  } else say({ kind: 'noticed', arrival: await end!(), tickets: count() })
}

addEventListener('message', ({ data }: MessageEvent<string>) => {
  hear(JSON.parse(data) as ToFrame).catch((error: unknown) => say({ kind: 'failed', why: String(error) }))
})
say({ kind: 'ready' })
