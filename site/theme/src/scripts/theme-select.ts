type Theme = 'auto' | 'dark' | 'light'

const key = 'starlight-theme'
const light = matchMedia('(prefers-color-scheme: light)')

function asTheme(value: unknown): Theme {
  return value === 'dark' || value === 'light' ? value : 'auto'
}

function stored(): Theme {
  try {
    return asTheme(localStorage.getItem(key))
  } catch {
    return 'auto'
  }
}

function show(theme: Theme): void {
  document.documentElement.dataset.theme = theme === 'auto' ? (light.matches ? 'light' : 'dark') : theme
  // A page has two of them: in the header, and in the menu of a phone.
  for (const select of document.querySelectorAll<HTMLSelectElement>('starlight-theme-select select'))
    select.value = theme
}

function choose(theme: Theme): void {
  try {
    localStorage.setItem(key, theme === 'auto' ? '' : theme)
  } catch {}
  show(theme)
}

light.addEventListener('change', () => show(stored()))
document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement && target.closest('starlight-theme-select') !== null)
    choose(asTheme(target.value))
})
show(stored())
