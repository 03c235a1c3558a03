// What the page and its fragments share. Each is a script of its own, so it stands at the window.
const live = (window.touchpointsLive ??= {
  ...{ page: null, redraw: null, calls: 0, fragments: new Map(), told: {}, boot: null, healed: null },
  ...{ source: null, heardAt: 0, isHearing: false, polledAt: 0, redrawAt: 0, askedAt: 0, typedAt: 0, timer: null },
});

// A rerun that is asked for may be lost: with a session that the server has given up, or under a click.
const PATIENCE_MS = 5_000;
// Of two fragments that are asked for within one moment Streamlit draws only the first.
const APART_MS = 50;

function isBehind(scopes, ...drawn) {
  return scopes.some((scope) => (live.told[scope] ?? 0) > Math.max(...drawn.map((numbers) => numbers?.[scope] ?? 0)));
}

function isFragmentBehind(fragment) {
  return Boolean(live.page) && isBehind(fragment.scopes, live.page.numbers, fragment.drawn);
}

// One rerun at a time; whatever moves meanwhile is asked for together when it has come.
function catchUp(fragment) {
  if (document.hidden || fragment.askedAt || !isFragmentBehind(fragment)) return;
  const early = live.askedAt + APART_MS - Date.now();
  if (early > 0) return void setTimeout(() => live.fragments.forEach(catchUp), early);
  fragment.askedAt = live.askedAt = Date.now();
  fragment.ask(Object.fromEntries(fragment.scopes.map((scope) => [scope, live.told[scope] ?? 0])));
}

// Nothing is seen of either part, so it takes no place between what is.
function takeNoPlace(parentElement) {
  const host = parentElement.getRootNode().host ?? parentElement;
  const place = host.closest('[data-testid="stElementContainer"]');
  place?.style.setProperty("position", "absolute");
  // As wide as the page and set in by its rim, it would make a phone scroll sideways.
  place?.style.setProperty("width", "1px", "important");
}
