import type { Answer, ApiRequest } from './request.ts'
import { forbidden, json } from './request.ts'

export const FAULTS = ['forbidden', 'server', 'html', 'limited', 'slow', 'offline', 'broken-ticket', 'empty'] as const
export type Fault = (typeof FAULTS)[number]

export const FAULT_HEADER = 'x-stand-in-fault'
const SLOW_MS = 700
const RETRY_AFTER_SECONDS = 30

/** The fault that the caller asked for: `<fault>`, or `<fault>@<part of a path>` to hit some endpoints only. */
export function faultOf(request: ApiRequest): Fault | null {
  const [name, part = ''] = (request.headers[FAULT_HEADER] ?? '').split('@')
  return FAULTS.find((fault) => fault === name && request.path.includes(part)) ?? null
}

/** The answer of a fault that replaces the real one; null for those that only change it. */
export function faultAnswer(fault: Fault | null): Answer | null {
  switch (fault) {
    case 'forbidden':
      return forbidden().answer
    case 'server':
      return json(500, { error: 'InternalError', description: 'Something went wrong' })
    case 'html':
      return {
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!doctype html><title>Sign in</title><h1>Sign in</h1>',
      }
    case 'limited':
      return {
        status: 429,
        headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': String(RETRY_AFTER_SECONDS) },
        body: 'Rate limit for this account exceeded, please wait before trying again',
      }
    case 'offline':
      return { status: 0, headers: {}, body: '' }
    default:
      return null
  }
}

export const faultDelayMs = (fault: Fault | null): number => (fault === 'slow' ? SLOW_MS : 0)
