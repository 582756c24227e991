/** A drawing opens over the whole window, where it can be moved and zoomed. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('.drawing-link')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'drawing-open'
  button.textContent = 'Enlarge'
  const alt = link.querySelector('img')?.alt ?? ''
  button.setAttribute('aria-label', `Enlarge: ${alt}`)
  link.after(button)
  const show = (event: Event): void => {
    event.preventDefault()
    open(link, button)
  }
  link.addEventListener('click', show)
  // The button does the same and says so; the link would be a second stop.
  link.tabIndex = -1
  button.addEventListener('click', show)
}

function open(link: HTMLAnchorElement, opener: HTMLElement): void {
  const dark = document.documentElement.dataset.theme === 'dark'
  const image = link.querySelector<HTMLImageElement>(dark ? '.drawing-dark' : '.drawing-light')
  if (image === null) return
  const dialog = document.createElement('dialog')
  dialog.className = 'drawing-dialog'
  dialog.setAttribute('aria-label', image.alt)
  const stage = document.createElement('div')
  stage.className = 'drawing-stage'
  stage.tabIndex = 0
  stage.setAttribute('role', 'group')
  stage.setAttribute('aria-label', 'Drawing: arrow keys move it, plus and minus zoom')
  const picture = document.createElement('img')
  picture.src = image.src
  picture.alt = image.alt
  picture.draggable = false
  stage.append(picture)
  const bar = document.createElement('div')
  bar.className = 'drawing-bar'
  dialog.append(stage, bar)
  document.body.append(dialog)
  dialog.showModal()

  const natural = { width: image.width || 1, height: image.height || 1 }
  const box = image.getAttribute('width')
  natural.width = Number(box) || natural.width
  natural.height = Number(image.getAttribute('height')) || natural.height
  const fitting = Math.min(stage.clientWidth / natural.width, stage.clientHeight / natural.height) * 0.96
  const view = { scale: 1, x: 0, y: 0 }
  const draw = (): void => {
    picture.style.width = `${natural.width * view.scale}px`
    picture.style.height = `${natural.height * view.scale}px`
    picture.style.translate = `${view.x}px ${view.y}px`
  }
  const fit = (): void => {
    view.scale = fitting
    view.x = (stage.clientWidth - natural.width * view.scale) / 2
    view.y = (stage.clientHeight - natural.height * view.scale) / 2
    draw()
  }
  const zoom = (factor: number, x = stage.clientWidth / 2, y = stage.clientHeight / 2): void => {
    const scale = Math.min(Math.max(view.scale * factor, fitting / 2), Math.max(4, fitting))
    view.x = x - ((x - view.x) * scale) / view.scale
    view.y = y - ((y - view.y) * scale) / view.scale
    view.scale = scale
    draw()
  }
  const move = (x: number, y: number): void => {
    view.x += x
    view.y += y
    draw()
  }
  const add = (label: string, text: string, act: () => void): void => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = text
    button.setAttribute('aria-label', label)
    button.addEventListener('click', act)
    bar.append(button)
  }
  add('Zoom in', '+', () => zoom(1.3))
  add('Zoom out', '−', () => zoom(1 / 1.3))
  add('Fit to screen', 'Fit', fit)
  add('Close', 'Close', () => dialog.close())

  stage.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      const { left, top } = stage.getBoundingClientRect()
      zoom(Math.exp(-event.deltaY / 400), event.clientX - left, event.clientY - top)
    },
    { passive: false },
  )
  const held = new Map<number, { x: number; y: number }>()
  stage.addEventListener('pointerdown', (event) => {
    stage.setPointerCapture(event.pointerId)
    held.set(event.pointerId, { x: event.clientX, y: event.clientY })
  })
  stage.addEventListener('pointermove', (event) => {
    const before = held.get(event.pointerId)
    if (before === undefined) return
    const now = { x: event.clientX, y: event.clientY }
    const other = [...held].find(([id]) => id !== event.pointerId)?.[1]
    held.set(event.pointerId, now)
    if (other === undefined) move(now.x - before.x, now.y - before.y)
    else {
      const distance = (point: { x: number; y: number }): number => Math.hypot(point.x - other.x, point.y - other.y)
      const { left, top } = stage.getBoundingClientRect()
      zoom(distance(now) / Math.max(1, distance(before)), (now.x + other.x) / 2 - left, (now.y + other.y) / 2 - top)
    }
  })
  for (const name of ['pointerup', 'pointercancel'] as const) {
    stage.addEventListener(name, (event) => void held.delete(event.pointerId))
  }
  stage.addEventListener('keydown', (event) => {
    const step = 60
    const keys: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => move(step, 0),
      ArrowRight: () => move(-step, 0),
      ArrowUp: () => move(0, step),
      ArrowDown: () => move(0, -step),
      '+': () => zoom(1.3),
      '=': () => zoom(1.3),
      '-': () => zoom(1 / 1.3),
      '0': fit,
    }
    const act = keys[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  })
  dialog.addEventListener('close', () => {
    dialog.remove()
    opener.focus()
  })
  it()
  stage.focus()
}
