// What every page does by itself: draw its figures, and keep what changes fresh.

import { draw } from './figures.js';

draw(document);
document.querySelectorAll('[data-live]').forEach(keepFresh);
// On a phone not all sections fit beside each other.
document.querySelector('.top nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
document.querySelectorAll('form[data-sure]').forEach((form) => {
  form.addEventListener('submit', (event) => {
    if (!window.confirm(form.dataset.sure)) {
      event.preventDefault();
    }
  });
});

// What belongs to one choice of a list is shown with it.
new Set([...document.querySelectorAll('[data-choice]')].map((it) => it.dataset.choice)).forEach((id) => {
  const list = document.getElementById(id);
  const show = () => document.querySelectorAll(`[data-choice="${id}"]`).forEach((it) => {
    it.hidden = it.dataset.value !== list.value;
  });
  list.addEventListener('change', show);
  show();
});

// Asks again for a part of the page until the server says that it is finished, or when an event says that it has changed.
function keepFresh(part) {
  if (part.dataset.events) {
    const events = new EventSource(part.dataset.events);
    events.addEventListener('changed', () => {
      if (!document.hidden && !part.contains(document.activeElement)) {
        refresh(part);
      }
    });
    // The browser connects again by itself, unless the server has refused.
    events.addEventListener('error', () => {
      part.classList.add('stale');
      if (events.readyState === EventSource.CLOSED) {
        delete part.dataset.events;
        keepFresh(part);
      }
    });
    document.addEventListener('visibilitychange', () => document.hidden || refresh(part));
    return;
  }
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
