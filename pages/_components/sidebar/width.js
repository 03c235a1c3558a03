// A small screen, a tablet, or a window beside another one: charts leave out what has no room, if they know
// how much there is. They are drawn for 960 pixels and what their axis takes.
const NARROW = 1040;
const STEP = 60;

function isAsked() {
  return window.touchpointsAsksWidth && !/Mobi/.test(navigator.userAgent);
}

function contentWidth() {
  const main = document.querySelector('[data-testid="stMainBlockContainer"]');
  if (!main) return null;
  const { paddingLeft, paddingRight } = getComputedStyle(main);
  const width = main.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  return width < NARROW ? Math.floor(width / STEP) * STEP : null;
}

// A run of the page would shut an open dialog, so the width waits until it is closed.
// A page that has just come tells it at once: a moment later somebody may be pressing what a run draws anew.
function tellWidth(event) {
  clearTimeout(window.touchpointsWidthTimer);
  if (!isAsked()) return;
  window.touchpointsWidthTimer = setTimeout(() => {
    const width = contentWidth();
    if (width === window.touchpointsWidth) return;
    if (document.querySelector('[role="dialog"]')) return tellWidth(true);
    window.touchpointsWidth = width;
    window.touchpointsSetWidth(width);
  }, event ? 400 : 0);
}

if (window.touchpointsWidth === undefined) {
  window.touchpointsWidth = null;
  addEventListener("resize", tellWidth);
}
