// Counts down to a soft end in the browser: the server is not asked each second, and nothing stops at zero.
const TICK_MS = 250;
const ticking = new WeakMap(); // a box ticks once, also when new data come before the old call has ended
const heardAt = new Map(); // when each number of the server's clock came, since a page may be put up again later

export default function ({ data: [data], parentElement }) {
  const box = parentElement.querySelector(".timer");
  // The clocks of two machines differ; what counts is how far the end was off when the server said so.
  if (!heardAt.has(data.now)) heardAt.set(data.now, Date.now());
  const ahead = data.now - heardAt.get(data.now);
  const show = () => write(box, data, data.endsAt === null ? data.left : (data.endsAt - Date.now() - ahead) / 1_000);
  clearInterval(ticking.get(box));
  show();
  const timer = data.endsAt === null ? null : setInterval(show, TICK_MS);
  ticking.set(box, timer);
  return () => clearInterval(timer);
}

function write(box, { words, size, endsAt }, seconds) {
  const isOver = seconds <= -1;
  box.className = `timer ${size} ${isOver ? "over" : ""} ${endsAt === null ? "still" : ""}`;
  const text = (isOver ? words.over : endsAt === null ? words.still : words.left).replace("{time}", clock(Math.abs(seconds)));
  if (box.textContent !== text) box.textContent = text;
}

function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
