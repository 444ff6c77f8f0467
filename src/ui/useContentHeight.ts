import { useEffect, useRef, type RefObject } from 'react'

/** Tells the height of an element in whole pixels, at once and whenever it changes; nothing when nobody asks. */
export function useContentHeight(onHeight: ((px: number) => void) | null): RefObject<HTMLDivElement> {
  const element = useRef<HTMLDivElement>(null)
  const listener = useRef(onHeight)
  useEffect(() => {
    listener.current = onHeight
  }, [onHeight])
  const isAsked = onHeight !== null
  useEffect(() => {
    if (!isAsked || element.current === null) return
    let told = -1
    const observer = new ResizeObserver(([entry]) => {
      const height = Math.ceil(entry?.target.getBoundingClientRect().height ?? 0)
      // Behind the first paint there is none yet.
      if (height === told || height === 0) return
      told = height
      listener.current?.(height)
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [isAsked])
  return element
}
