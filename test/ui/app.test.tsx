// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { OutsideZendesk } from '../../src/ui/OutsideZendesk.tsx'
import { ownFacts } from './sampleFacts.ts'
import { sample, SIDEBAR_SAMPLES } from './sampleStates.ts'
import { open } from './screen.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** Stands for the browser's observer: tells the height at once. */
class InstantObserver {
  readonly tell: ResizeObserverCallback
  constructor(tell: ResizeObserverCallback) {
    this.tell = tell
  }
  observe(target: Element) {
    target.getBoundingClientRect = () => new DOMRect(0, 0, 320, 611.4)
    this.tell([{ target } as ResizeObserverEntry], this as unknown as ResizeObserver)
  }
  disconnect() {
    // Nothing is kept.
  }
}

describe('the app', () => {
  it.each([
    ['ticket_sidebar', [612]],
    ['nav_bar', []],
  ])('in %s tells the height of its contents: %s', async (location, heights) => {
    vi.stubGlobal('ResizeObserver', InstantObserver)
    const told: number[] = []
    await open(SIDEBAR_SAMPLES['ready']!, { location, onHeight: (px) => told.push(px) })
    expect(told).toEqual(heights)
  })

  it('at a place it has no screen for says so calmly', async () => {
    await open(SIDEBAR_SAMPLES['ready']!, { location: 'background' })
    expect(screen.getByText('Laurel has no screen for this place in Zendesk.')).toBeDefined()
  })

  it('that breaks shows words and a way to reload, not an empty frame', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    const broken = { ...ownFacts(), table: null as never }
    await open(sample({ kind: 'ready', facts: broken }), { location: 'ticket_sidebar' })
    expect(screen.getByText('Something went wrong in Laurel')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Reload' })).toBeDefined()
  })

  it('opened outside Zendesk says where it belongs and how it gets there', async () => {
    render(<OutsideZendesk />)
    await waitFor(() => screen.getByRole('heading', { name: 'Laurel belongs inside Zendesk' }))
    expect(screen.getByText(/an admin uploads the Laurel package/)).toBeDefined()
  })
})
