import { useEffect, useReducer } from 'react'

const MINUTE_MILLISECONDS = 60_000

/** Draws again every minute while this is of use and the page can be seen, and at once when it comes into view again. */
export function useMinutes(isOfUse: boolean): void {
  const [, drawAgain] = useReducer((turn: number) => turn + 1, 0)
  useEffect(() => {
    if (!isOfUse) return
    let timer: ReturnType<typeof setInterval> | undefined
    const run = () => {
      timer = document.visibilityState === 'visible' ? setInterval(drawAgain, MINUTE_MILLISECONDS) : undefined
    }
    const onVisibility = () => {
      clearInterval(timer)
      run()
      if (timer !== undefined) drawAgain()
    }
    run()
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onVisibility)
    }
  }, [isOfUse])
}
