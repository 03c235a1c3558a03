// A form that closes takes the keyboard with it, and the dialog gives it to its first button.
// What is asked for may be drawn a moment later than this, so it is looked for a few times.
const TRIES = 20, PAUSE_MS = 100, HELD = 2;
let done = null;

function found(keys) {
  for (const key of keys) {
    const element = document.querySelector(`.st-key-${CSS.escape(key)} :is(button, input, textarea)`);
    if (element) return element;
  }
  return null;
}

// Whoever has gone on meanwhile keeps the keyboard where it is.
let isMoving = false;
for (const act of ["keydown", "pointerdown"])
  document.addEventListener(act, () => { isMoving = false; }, { capture: true });

function move(keys, mark, tries, held) {
  if (mark !== done || !isMoving) return;
  const element = found(keys);
  const holds = element !== null && document.activeElement === element;
  if (element && !holds) element.focus();
  if (tries > 0 && held < HELD) setTimeout(() => move(keys, mark, tries - 1, holds ? held + 1 : 0), PAUSE_MS);
}

export default function ({ data }) {
  if (!data || data.mark === done) return;
  done = data.mark;
  isMoving = true;
  move(data.keys, data.mark, TRIES, 0);
}
