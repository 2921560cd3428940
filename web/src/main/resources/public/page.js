// What every page does by itself: draw its figures, and keep what changes fresh.

import { draw } from './figures.js';

draw(document);
document.querySelectorAll('[data-live]').forEach(keepFresh);
document.querySelectorAll('form[data-sure]').forEach((form) => {
  form.addEventListener('submit', (event) => {
    if (!window.confirm(form.dataset.sure)) {
      event.preventDefault();
    }
  });
});

// Asks again for a part of the page until the server says that it is finished.
function keepFresh(part) {
  const pause = Number(part.dataset.every ?? 2000);
  const again = () => setTimeout(async () => {
    const busy = document.hidden || part.contains(document.activeElement);
    if (busy || await refresh(part)) {
      again();
    }
  }, pause);
  again();
}

/** Replaces what is in the part; whether there will be more. */
export async function refresh(part) {
  try {
    const response = await fetch(part.dataset.live, { headers: { Accept: 'text/html' } });
    if (response.ok) {
      part.innerHTML = await response.text();
      part.classList.remove('stale');
      await draw(part);
      return response.headers.get('X-Finished') === null;
    }
  } catch {
    // Said below.
  }
  part.classList.add('stale');
  return true;
}
