// Counts down to a soft end in the browser: the server is not asked each second, and nothing stops at zero.
const TICK_MS = 250;

export default function ({ data: [data], parentElement }) {
  const box = parentElement.querySelector(".timer");
  // The clocks of two machines differ; what counts is how far the end was off when the server said so.
  const ahead = data.now - Date.now();
  const show = () => write(box, data, data.endsAt === null ? data.left : (data.endsAt - Date.now() - ahead) / 1_000);
  show();
  const timer = data.endsAt === null ? null : setInterval(show, TICK_MS);
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
