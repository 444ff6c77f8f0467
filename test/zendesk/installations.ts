import type { Call, Endpoint } from './call.ts'
import type { Installation } from './desk.ts'
import { notFound, sentUnder } from './request.ts'

/** Everyone may read an installation; the settings are the admins'. */
export const INSTALLATION_ENDPOINTS: readonly Endpoint[] = [
  {
    path: /^apps\/installations$/,
    allowed: 'agents',
    answer: ({ desk }) => ({ installations: [shown(desk.installation)] }),
  },
  { path: /^apps\/installations\/(\d+)$/, allowed: 'agents', answer: (call) => shown(installed(call)) },
  { path: /^apps\/installations\/(\d+)$/, method: 'PUT', allowed: 'admins', answer: change },
]

function installed({ desk, id }: Call): Installation {
  if (id !== desk.installation.id) throw notFound()
  return desk.installation
}

/** Settings that are not sent stay as they are. An app sees the new ones when it is loaded again. */
function change(call: Call) {
  const before = installed(call)
  const after = { ...before, settings: { ...before.settings, ...sentUnder(call.request, 'settings') } }
  call.desk.installation = after
  return shown(after)
}

function shown({ id, appId, settings }: Installation) {
  return {
    id,
    app_id: appId,
    product: 'support',
    settings,
    settings_objects: Object.entries(settings).map(([name, value]) => ({ name, value })),
    enabled: true,
    paid: false,
  }
}
