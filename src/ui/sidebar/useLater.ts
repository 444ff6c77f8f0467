import { useEffect, useState } from 'react'

/**
 * What `compute` gives, after the paint that does without it; `null` before. A stable function per input: it is computed again when the
 * function is another one, and what was there stays meanwhile.
 */
export function useLater<Value>(compute: () => Value | Promise<Value>): Value | null {
  const [value, setValue] = useState<Value | null>(null)
  useEffect(() => {
    let isWanted = true
    const timer = setTimeout(() => {
      void Promise.resolve(compute()).then((computed) => {
        if (isWanted) setValue(computed)
      })
    })
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [compute])
  return value
}
