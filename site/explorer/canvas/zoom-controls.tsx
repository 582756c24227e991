import { Panel } from '@xyflow/react'
import type { ReactElement } from 'react'
import type { Camera } from './use-camera.ts'

const icons = {
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  full: 'M9.5 2.5h4v4M13.5 2.5L9 7M6.5 13.5h-4v-4M2.5 13.5L7 9',
} as const

/** Buttons for whoever has no wheel. */
export function ZoomControls({ camera }: { readonly camera: Camera }): ReactElement {
  const full = (): void => {
    const root = document.getElementById('explorer')
    if (document.fullscreenElement === null) void root?.requestFullscreen?.()
    else void document.exitFullscreen()
  }
  return (
    <Panel position="top-right" className="sx-zoom">
      <ZoomButton label="Zoom in" icon="plus" act={camera.zoomIn} />
      <ZoomButton label="Zoom out" icon="minus" act={camera.zoomOut} />
      <ZoomButton label="Fit to screen" icon="fit" act={camera.fit} />
      <ZoomButton label="Full screen" icon="full" act={full} />
    </Panel>
  )
}

interface Props {
  readonly label: string
  readonly icon: keyof typeof icons
  readonly act: () => void
}

function ZoomButton({ act, icon, label }: Props): ReactElement {
  return (
    <button type="button" className="sx-icon-button" aria-label={label} title={label} onClick={act}>
      <svg className="sx-icon" viewBox="0 0 16 16" aria-hidden="true">
        <path d={icons[icon]} />
      </svg>
    </button>
  )
}
