import { useEffect, useRef, useState } from 'react'
import { queryOf, SCREENS, type View } from './view.ts'

interface StateFrameProps {
  readonly view: View
  readonly state: string
}

/** One state under its name. The frame gets the height that its screen tells, as Zendesk does it for the sidebar. */
export function StateFrame({ view, state }: StateFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState<number>(SCREENS[view.screen].height)
  const isAlone = view.state === state
  const address = queryOf({ ...view, state })
  useEffect(() => {
    const listener = ({ source, data }: MessageEvent<{ readonly height?: number }>) => {
      if (source === frame.current?.contentWindow && data.height !== undefined) setHeight(data.height)
    }
    window.addEventListener('message', listener)
    return () => window.removeEventListener('message', listener)
  }, [])
  return (
    <section aria-labelledby={state} style={{ width: view.width }}>
      <div className="name">
        <h2 id={state}>{state}</h2>
        <a href={isAlone ? `state.html${address}` : address} aria-describedby={state}>
          {isAlone ? 'Without a frame' : 'Alone'}
        </a>
      </div>
      <iframe
        ref={frame}
        title={`${SCREENS[view.screen].title}: ${state}`}
        src={`state.html${address}`}
        width={view.width}
        height={height}
        loading="lazy"
      />
    </section>
  )
}
