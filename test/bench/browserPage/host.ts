import { ARRIVING_PAGES, type Arrival, TICKETS_A_PAGE, type Way } from './measured.ts'
import type { FromFrame, ToFrame } from './messages.ts'

/*
 * The page around the frame. It has the texts of all pages before a frame is there, and hands over the next one when the one
 * before has been taken in.
 */

const texts: string[] = []
for (let page = 0; page < ARRIVING_PAGES; page++) texts.push(await (await fetch(`/pages/${page}`)).text())

const ANOTHER_SITE = location.origin.replace('localhost', '127.0.0.1')
let frame = document.createElement('iframe')

const answer = () =>
  new Promise<FromFrame>((resolve) => {
    const listen = ({ source, data }: MessageEvent<FromFrame>) => {
      if (source !== frame.contentWindow) return
      removeEventListener('message', listen)
      resolve(data)
    }
    addEventListener('message', listen)
  })
const tell = (message: ToFrame) => frame.contentWindow!.postMessage(JSON.stringify(message), ANOTHER_SITE)

/** A frame of its own for each turn, so that none profits from the one before; of another site, as an app's frame is, with a thread of its own. */
async function openFrame(way: Way): Promise<void> {
  frame.remove()
  frame = document.createElement('iframe')
  const ready = answer()
  frame.src = `${ANOTHER_SITE}/frame#${way}`
  document.body.append(frame)
  await ready
}

async function measureArrival(): Promise<Arrival> {
  tell({ kind: 'begin' })
  for (const text of texts) {
    const taken = answer()
    tell({ kind: 'page', text })
    const said = await taken
    if (said.kind !== 'taken') throw new Error(said.kind === 'failed' ? said.why : 'A page was not taken in')
  }
  const noticed = answer()
  tell({ kind: 'end' })
  const said = await noticed
  if (said.kind !== 'noticed') throw new Error('The frame did not tell what it noticed')
  if (said.tickets !== texts.length * TICKETS_A_PAGE) throw new Error(`Only ${said.tickets} tickets were taken in`)
  return said.arrival
}

Object.assign(globalThis, { openFrame, measureArrival })
