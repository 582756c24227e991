// Before anything is drawn: the colours that were chosen last, else those of the system.
;(() => {
  let chosen = null
  try {
    chosen = localStorage.getItem('starlight-theme')
  } catch {}
  const isLight = chosen ? chosen === 'light' : matchMedia('(prefers-color-scheme: light)').matches
  document.documentElement.dataset.theme = isLight ? 'light' : 'dark'
})()
