import { Pickers } from './Pickers.tsx'
import { StateFrame } from './StateFrame.tsx'
import { queryOf, SCREENS, type View } from './view.ts'

/** All states of a screen, or the one that the address names, each in a frame of the chosen width. */
export function Overview({ view }: { readonly view: View }) {
  const { samples } = SCREENS[view.screen]
  const states = view.state === null ? Object.keys(samples) : [view.state]
  return (
    <>
      <header>
        <h1>States</h1>
        <Pickers view={view} />
        <p>
          {view.state !== null && <a href={queryOf({ ...view, state: null })}>All states</a>}
          <a href="/">Workspace</a>
        </p>
      </header>
      <main>
        {states.map((state) => (
          <StateFrame key={state} view={view} state={state} />
        ))}
      </main>
    </>
  )
}
