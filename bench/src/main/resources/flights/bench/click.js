// Fills the form in, clicks, and waits until the answer is drawn; gives milliseconds since the click.
async (fields) => {
  const form = document.getElementById('flight');
  const panel = document.getElementById('answer');
  for (const [name, value] of Object.entries(fields)) {
    form.elements[name].value = value;
  }
  performance.clearResourceTimings();
  const drawn = new Promise((resolve, reject) => {
    const seen = new MutationObserver(() => {
      if (panel.getAttribute('aria-busy') === 'false' && panel.querySelector('.result')) {
        seen.disconnect();
        // A frame is on the screen when the task after its callbacks runs.
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      } else if (panel.querySelector('.problem')) {
        seen.disconnect();
        reject(new Error(panel.textContent.trim()));
      }
    });
    seen.observe(panel, { childList: true, subtree: true });
    setTimeout(() => reject(new Error('no answer within 30 s')), 30_000);
  });
  const clicked = performance.now();
  form.querySelector('button[type=submit]').click();
  const end = await drawn;
  const calls = performance.getEntriesByType('resource').filter((it) => it.name.includes('classify_realtime'));
  // What the page fetches after the answer is no part of the next one.
  await new Promise((resolve) => setTimeout(resolve, 600));
  return [calls[calls.length - 1].responseEnd - clicked, end - clicked];
}
