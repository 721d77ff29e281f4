// Runs before the first paint: the stored theme and language, so that nothing flashes.
try {
  const theme = localStorage.getItem('desk.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be blocked; the system's theme applies.
}
