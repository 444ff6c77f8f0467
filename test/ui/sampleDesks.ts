import { memoryDrawer } from '../../src/sync/drawer.ts'
import { lookDesk } from '../../src/sync/lookDesk.ts'
import { NO_TICKET } from '../../src/sync/noTicket.ts'
import { ownGoalDesk } from '../../src/sync/ownGoalDesk.ts'
import { rulebookDesk } from '../../src/sync/rulebookDesk.ts'
import type { Facts } from '../../src/sync/syncState.ts'
import type { ScreenStore } from '../../src/ui/screen.ts'
import { ZONE } from './sampleTickets.ts'

/**
 * Desks that keep what they are given as long as the page lasts.
 * @param lastSeen what the person saw when they last looked; `null`: they have never looked
 */
export function sampleDesks(
  lastSeen: Facts | null = null,
): Pick<ScreenStore, 'rulebookDesk' | 'lookDesk' | 'ownGoalDesk' | 'ticketDesk'> {
  const drawer = memoryDrawer()
  const looks = () => lookDesk(drawer, 'sample', ZONE)
  const earlier = lastSeen === null ? null : looks().see(lastSeen)
  const later = looks()
  return {
    rulebookDesk: rulebookDesk(null, {}),
    lookDesk: { see: (facts) => Promise.resolve(earlier).then(() => later.see(facts)) },
    ownGoalDesk: ownGoalDesk(drawer, 'sample'),
    ticketDesk: NO_TICKET,
  }
}
