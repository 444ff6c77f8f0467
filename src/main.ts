import { firstPaint } from './ui/firstPaint.ts'
import { isCardKept, keptCard, paintCard } from './ui/keptCard.ts'
import { joinZendesk, meet, type Met, ownerOf, resizeTo, type ZafClient } from './zendesk/join.ts'

/** A card that does not come within this time comes too late to be worth it. */
const PATIENCE_MILLISECONDS = 500

/** Paints the card that is kept for the person, before the rest of the app is even read. */
async function paintKept(client: ZafClient, meeting: Promise<Met>): Promise<void> {
  const { answer } = await meeting
  const told = answer as Readonly<Record<string, unknown>> | null
  const card = keptCard(ownerOf(told?.['currentAccount.subdomain'], told?.['currentUser.id']))
  const place = firstPaint()
  if (card === null || place === null) return
  paintCard(card, place)
  resizeTo(client, place.scrollHeight)
  // Lets the browser draw before the rest of the app takes its time.
  await new Promise((drawn) => {
    requestAnimationFrame(() => setTimeout(drawn))
  })
}

const client = joinZendesk()
const meeting = client === null ? null : meet(client)
if (client !== null && meeting !== null && isCardKept()) {
  await Promise.race([
    paintKept(client, meeting).catch(() => undefined),
    new Promise((late) => setTimeout(late, PATIENCE_MILLISECONDS)),
  ])
}
const { showOutside, start } = await import('./start.tsx')
if (client === null || meeting === null) showOutside()
else await start(client, meeting)
